"""The eight featured works 特色亮点工作 (notice, part one): their kinds, rules, figures and where they are listed."""
