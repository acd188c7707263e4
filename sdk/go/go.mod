module edgewise.dev/step

go 1.18
