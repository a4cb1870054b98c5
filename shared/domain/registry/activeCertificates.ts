/** A device may have so many active certificates at once: the one in use, and the one that is to take its place. */
export const MOST_ACTIVE = 2
