"""決裁区分 who may decide what: the rules in force, drafting a version, approving another person's."""
