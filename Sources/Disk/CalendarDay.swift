#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A day, in UTC.
package struct CalendarDay: Hashable, Sendable {
  /// Since 1 January 1970.
  package let number: Int

  package init(seconds: Int) {
    number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// `2026-08-20`
  package init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    // Years begin in March here, so that the day that some have more comes last.
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let day = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    number = year * 365 + year / 4 - year / 100 + year / 400 + day - 719_468
  }

  package static var today: CalendarDay { CalendarDay(seconds: time(nil)) }

  package var text: String {
    let days = number + 719_468
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (number <= 2 ? 1 : 0)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(number))-\(padded(day))"
  }

  package func isOlder(than days: Int) -> Bool { Self.today.number - number > days }

  /// `today`, `1 day old`, `42 days old`
  package var age: String {
    let days = Self.today.number - number
    return days <= 0 ? "today" : days == 1 ? "1 day old" : "\(days) days old"
  }
}
