"""納期限の表: the due days that municipalities set, by fiscal year, with their source; read by all, changed by the rule keeper."""
