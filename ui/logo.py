"""The name and sign of the app, drawn: no file and no font from elsewhere."""

_SIGN = """
  <rect x="2" y="4" width="24" height="32" rx="3" fill="#1f4e79"/>
  <rect x="8" y="8" width="24" height="30" rx="3" fill="#ffffff" stroke="#1f4e79" stroke-width="2"/>
  <path d="M13 16h14M13 22h14M13 28h9" stroke="#1f4e79" stroke-width="2" stroke-linecap="round"/>
"""

ICON = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">{_SIGN}</svg>'

LOGO = f"""
<svg xmlns="http://www.w3.org/2000/svg" width="170" height="40" viewBox="0 0 170 40" role="img"
  aria-label="Kho văn bản">
  {_SIGN}
  <text x="42" y="28" font-family="'Segoe UI','Noto Sans','DejaVu Sans',Arial,sans-serif" font-size="19"
    font-weight="600" fill="#1b2430">Kho văn bản</text>
</svg>
"""
