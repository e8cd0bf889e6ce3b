"""A silence silences nothing.

What it was written for has been mended, or stands elsewhere now.

Mend: Take it out.
"""

CODE = "silence-idle"
