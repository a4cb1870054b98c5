/** Nobody stands in for longer than a quarter: then it is another head, which is for the registry. */
export const mostDeputyDays = 92
