#!/bin/sh
# A person who may log in from afar and become root, and the door that she comes through.
set -eu
mkdir -p /var/lib/session /run/session
: >/run/session/one.gate
: >/run/session/two.gate
useradd --create-home --shell /bin/bash ada
echo 'ada ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/ada
ssh-keygen -q -t ed25519 -N '' -f /run/session/key
mkdir /home/ada/.ssh
cp /run/session/key.pub /home/ada/.ssh/authorized_keys
chown -R ada: /home/ada/.ssh
chmod 0700 /home/ada/.ssh
systemctl start ssh.service
