""" "Công khai": what a school must publish each school year (TT 09/2024/TT-BGDĐT), in eight parts, and its menus."""
