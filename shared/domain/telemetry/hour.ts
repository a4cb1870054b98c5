const HOUR_MS = 3_600_000

/** The UTC hour an instant lies in, as it is in the table's key: `2026-11-23T07`. */
export const hourOf = (at: number): string => new Date(at).toISOString().slice(0, 13)

/** The first millisecond of an hour. */
export const hourStart = (hour: string): number => Date.parse(`${hour}:00:00.000Z`)

/** The first millisecond after an hour. */
export const hourEnd = (hour: string): number => hourStart(hour) + HOUR_MS
