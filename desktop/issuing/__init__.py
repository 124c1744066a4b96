"""通知書 Letters: issue those that are countersigned, head and sign them, and write down how they arrived."""
