#!/usr/bin/env bash
set -euo pipefail

mkdir -p "$PREFIX/share/tinybox" "$PREFIX/etc/conda/env_vars.d" "$PREFIX/bin"
echo hello > "$PREFIX/share/tinybox/greeting.txt"
echo '{"TINYBOX": "on"}' > "$PREFIX/etc/conda/env_vars.d/tinybox.json"
cat > "$PREFIX/bin/.tinybox-post-link.sh" <<'SCRIPT'
#!/usr/bin/env bash
echo "tinybox is installed" >> "$PREFIX/.messages.txt"
SCRIPT
