#!/bin/sh
# Sees to it that the tests have an nginx: one on this machine, else the system's package, unpacked below .cache and not
# installed, since an installed one would start to serve. Without either those tests are skipped. Run from the root.
set -eu
folder=.cache/nginx
PATH=$PATH:/usr/sbin:/usr/local/sbin:$PWD/$folder/usr/sbin

ready() {
    nginx -v >/dev/null 2>&1 && echo "Server: $(command -v nginx)"
}

# Debian and later Ubuntus have it in the one package, earlier ones in the other.
unpack() {
    for package in nginx nginx-core; do
        (cd "$folder" && apt-get download "$package" && dpkg-deb --extract "$package"_*.deb .) >>.cache/nginx.log 2>&1 ||
            return 1
        ready && exit
    done
}

ready && exit
if command -v apt-get >/dev/null; then
    echo "No nginx here; unpacking the system's below $folder"
    mkdir -p "$folder"
    unpack || true
    if [ "$(id -u)" = 0 ]; then
        apt-get update >>.cache/nginx.log 2>&1 || true
        unpack || true
    fi
fi
echo "No nginx here that starts: the tests that serve the site with it are skipped"
