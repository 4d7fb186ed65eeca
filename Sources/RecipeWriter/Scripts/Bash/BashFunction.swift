/// Functions that stand in front of a script's steps when one of them needs it.
enum BashFunction: Int, Hashable, Sendable, CaseIterable {
  case versionTest, addMessage

  var text: String {
    switch self {
    case .versionTest:
      #"""
      # version_test A '<' B: compares number by number. "None" is no version: nothing holds for it.
      version_test() {
        local left="${1%% *}" right="$3." order=0 x y
        left="${left%.\*}."
        case "${left}" in
          None. | .) return 1 ;;
          *[!0-9.]*)
            printf '%s\n' "cannot compare '$1' as a version" >&2
            exit 1
            ;;
        esac
        while [ -n "${left}${right}" ] && [ "${order}" -eq 0 ]; do
          x="${left%%.*}" y="${right%%.*}"
          left="${left#*.}" right="${right#*.}"
          order=$((10#${x:-0} - 10#${y:-0}))
        done
        case "$2" in
          '<') [ "${order}" -lt 0 ] ;;
          '<=') [ "${order}" -le 0 ] ;;
          '==') [ "${order}" -eq 0 ] ;;
          '!=') [ "${order}" -ne 0 ] ;;
          '>=') [ "${order}" -ge 0 ] ;;
          '>') [ "${order}" -gt 0 ] ;;
        esac
      }
      """#
    case .addMessage:
      #"""
      # add_message LINE...: what conda shows at the end. Said once; that it can't be said is no failure.
      add_message() {
        {
          local text said=''
          text="$(printf '%s\n' "$@")"
          if [ -f "${PREFIX}/.messages.txt" ]; then said="$(cat "${PREFIX}/.messages.txt")"; fi
          case "${said}" in
            *"${text}"*) ;;
            *) printf '%s\n' "$@" >>"${PREFIX}/.messages.txt" ;;
          esac
        } 2>/dev/null || true
      }
      """#
    }
  }
}
