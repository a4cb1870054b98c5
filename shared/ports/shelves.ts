import type { Shelf } from '../contract/registry/registry.ts'

/** Shelves, also those that have ended: history refers to them. A change is known everywhere within ten seconds. */
export type Shelves = {
	/** Safe to repeat. */
	put(shelf: Shelf): Promise<void>
	/** Strongly consistent. */
	get(id: string): Promise<Shelf | undefined>
	/** Shelves of a device that end, or were to end, after an instant; the latest end first. */
	of(device: string, endingAfter: number): Promise<Shelf[]>
	/** Ends a shelf at an instant, noting who did; one that ends earlier stays as it is. */
	end(id: string, at: number, by: string): Promise<void>
}
