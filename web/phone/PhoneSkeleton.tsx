import { Skeleton } from '../components/Skeleton.tsx'

/** Keeps the place of a page of the phone: a heading, a large figure, and some lines. */
export const PhoneSkeleton = () => (
	<div class="stack">
		<Skeleton lines={1} />
		<Skeleton lines={2} tall />
		<Skeleton lines={4} />
	</div>
)
