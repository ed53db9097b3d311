#!/bin/sh
# Makes a virtual environment and installs a locked requirements file into it: install.sh PYTHON VENV FILE
set -eu
python=$1 venv=$2 file=$3

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "需要 Python 3.11 或更高版本（可用 make run PYTHON=python3.12 指定）。" >&2
    exit 1
}
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
echo "正在安装依赖（$file）……"
if [ -x "$venv/bin/uv" ] || "$venv/bin/python" -m pip install --quiet --disable-pip-version-check uv 2>/dev/null; then
    VIRTUAL_ENV="$venv" "$venv/bin/uv" pip install --quiet --require-hashes -r "$file" && exit 0
    echo "uv 未能完成，改用 pip。" >&2
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$file"
