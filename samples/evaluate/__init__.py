"""`make evaluate`: how well persons and numbers are found, beside another program, in one table.

`subjects` are the texts with their gold, `contenders` who reads them, `calibration` says how often
a score is right, `story` runs and prints. Floors that figures may not fall below stand in
`floors.toml` and only go up.
"""
