/// A page that needs nothing from elsewhere, light or dark as the reader has it.
struct HTMLPage {
  var title: String
  var body: String
  /// What was typed, for the last section.
  var command: String

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>\(Markup.escaped(title))</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem;
           color: #1d2329; background: #fff }
    table { border-collapse: collapse } td, th { padding: .25rem .75rem; border-top: 1px solid #d8dee4; text-align: left;
           vertical-align: top; overflow-wrap: anywhere }
    th { font-weight: 600 } td.time { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    .pair { display: flex; flex-wrap: wrap; gap: .5rem } .pair svg { max-width: 100%; height: auto }
    .passed { color: #116329 } .failed { color: #a40e26; font-weight: 600 } .skipped { color: #656d76 }
    pre { background: #f6f8fa; padding: .75rem; overflow-x: auto; font-size: 13px }
    details { margin: .25rem 0 } small { color: #656d76; font-weight: normal } code { font-size: 13px }
    @media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 }
    pre { background: #161b22 } .passed { color: #56d364 } .failed { color: #ff7b72 } td, th { border-color: #30363d } }
    </style></head><body>
    \(body)<h2>How to repeat it</h2>
    <pre>\(Markup.escaped(command))</pre>
    </body></html>

    """
  }
}
