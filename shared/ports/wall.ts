import type { Contact } from '../contract/wall/report.ts'

/** How often something happened within a window of time. */
export type Tally = {
	/** Counts one more and returns the sum. @param expires seconds since 1970 at which it may be forgotten */
	add(name: string, expires: number): Promise<number>
	/** The sum so far. */
	read(name: string): Promise<number>
}

/** Those who said of an open report: me too. */
export type Voices = {
	/** Counts somebody once a day. @param who a name of that day only. @param expires seconds since 1970 */
	add(task: string, day: string, who: string, expires: number): Promise<void>
	/** How often it was said. */
	count(task: string): Promise<number>
}

/** Whose contact it is: the task, and when the contact is to be forgotten, milliseconds since 1970. */
export type ContactKey = { task: string; expiresAt: number }

/** Personal data, kept apart from everything else. What has expired is never shown, whether or not it is gone already. */
export type Contacts = {
	/** Keeps a contact unless there is one. */
	keep(key: ContactKey, contact: Contact): Promise<void>
	get(key: ContactKey, now: number): Promise<Contact | undefined>
	/** Deletes for good what has expired, the oldest first, at most `most`; returns how many. Safe to repeat. */
	forget(now: number, most: number): Promise<number>
}
