#!/bin/sh
# The machine as it was before: a ledger of format 1 in /srv, a service that runs on it, the history beside it.
set -eu
mkdir -p /srv/ledger /srv/history /var/lib/effects /etc/systemd/system/edgewise-resume.service.d
head -c 48000 /dev/urandom | base64 -w 70 | split -l 58 -d --additional-suffix=.entry - /srv/ledger/
printf '1\n' >/srv/ledger/format
(cd /srv/ledger && sha256sum ./*.entry >SUMS && cat ./*.entry | sha256sum >/var/lib/effects/whole)
printf 'the years before\n' >/srv/history/text
printf 'folder=/srv/ledger\n' >/etc/ledger.conf
cp /opt/story/ledger.service /etc/systemd/system/
systemctl enable --now ledger.service
sync
