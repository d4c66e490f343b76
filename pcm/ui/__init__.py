"""The touchscreen face: shows a Screen with Qt Quick and reports touches as verb lines.

The only package that imports Qt. Nothing about cars or menus is decided here.
"""
