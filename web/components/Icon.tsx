import { type IconName, icons } from './icons.ts'

/** A drawing beside a word; alone it needs `label`, which is read aloud. */
export const Icon = ({ name, label }: { name: IconName; label?: string }) => (
	<>
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={icons[name]} />
		</svg>
		{label && <span class="spoken">{label}</span>}
	</>
)
