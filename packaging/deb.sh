#!/usr/bin/env bash
# Makes the Debian packages of the laptop and of the server from what packaging/bundle.sh built.
# The same sources give the same bytes: dates come from the last commit, owners and order are fixed.
set -euo pipefail
cd "$(dirname "$0")/.."
bundle=build/bundle
out=build/handed-out
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -1)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
debian=packaging/debian
mkdir -p "$out"

begin() { # NAME BUNDLE: the tree of a package with its program in /opt
    tree=build/deb/$1
    rm -rf "$tree"
    install -d "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/doc/$1" "$tree/usr/share/man/man1"
    cp -r "$bundle/$2" "$tree/opt/$1"
    ln -s "/opt/$1/$1" "$tree/usr/bin/$1"
    cp LICENSE "$tree/usr/share/doc/$1/copyright"
    cp NOTICES.md "$tree/usr/share/doc/$1/"
    gzip -9nc CHANGELOG.md > "$tree/usr/share/doc/$1/changelog.gz"
    "$tree/opt/$1/$1" --help | python3 "$debian/manual.py" "$1" "$3" "$day" | gzip -9n > "$tree/usr/share/man/man1/$1.1.gz"
}

finish() { # NAME DEPENDS DESCRIPTION
    find "$tree" -type d -exec chmod 0755 {} +
    find "$tree" -type f -exec chmod u+rw,go+r,go-w {} +
    local size
    size=$(du -sk --exclude=DEBIAN "$tree" | cut -f1)
    cat > "$tree/DEBIAN/control" <<C
Package: $1
Version: $version
Architecture: amd64
Maintainer: Leerplicht Desktop <beheer@leerplicht.example>
Installed-Size: $size
Depends: $2
Section: misc
Priority: optional
Description: $3
C
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz -z9 --build "$tree" "$out/$1_${version}_amd64.deb" >/dev/null
    echo "Klaar: $out/$1_${version}_amd64.deb ($(du -m "$out/$1_${version}_amd64.deb" | cut -f1) MB)"
}

begin leerplicht-desktop leerplicht "dossiers, deurbezoek en proces-verbaal, ook zonder netwerk"
install -D -m 0644 "$debian/leerplicht-desktop.desktop" "$tree/usr/share/applications/leerplicht-desktop.desktop"
install -D -m 0644 "$debian/leerplicht-desktop.svg" "$tree/usr/share/icons/hicolor/scalable/apps/leerplicht-desktop.svg"
install -d "$tree/usr/share/metainfo"
sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$debian/leerplicht-desktop.metainfo.xml" > "$tree/usr/share/metainfo/nl.leerplicht.desktop.metainfo.xml"
finish leerplicht-desktop "libc6 (>= 2.36), libgl1, libegl1" "Take the caseload of a school attendance officer to the door
 Case files, home visits, conversations and reports on a laptop without a
 network, encrypted on the laptop, and sent once there is a connection again."

begin leerplicht-server leerplicht-server "de gemeentelijke server van Leerplicht Desktop"
install -D -m 0644 "$debian/leerplicht-server.service" "$tree/usr/lib/systemd/system/leerplicht-server.service"
install -D -m 0640 "$debian/server.toml" "$tree/etc/leerplicht/server.toml"
install -D -m 0644 "$debian/leerplicht-server.default" "$tree/etc/default/leerplicht-server"
cp docs/beheer/*.md docs/avg-wpg.md "$tree/usr/share/doc/leerplicht-server/"
printf '/etc/leerplicht/server.toml\n/etc/default/leerplicht-server\n' > "$tree/DEBIAN/conffiles"
for script in postinst prerm postrm; do install -m 0755 "$debian/leerplicht-server.$script" "$tree/DEBIAN/$script"; done
finish leerplicht-server "libc6 (>= 2.36), adduser" "Municipal server of Leerplicht Desktop
 Keeps the case files of the school attendance officers of a municipality and
 exchanges them with their laptops. Uses PostgreSQL, or SQLite to practise."
