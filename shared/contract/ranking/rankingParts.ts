/** The three parts of a month's ranking score (domain section 6), apart from the schemas: pages name them too. */
export const rankingParts = ['environment', 'inspection', 'response'] as const
