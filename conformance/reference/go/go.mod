module example.org/step

go 1.18

require edgewise.dev/step v0.0.0

replace edgewise.dev/step => ../../../sdk/go
