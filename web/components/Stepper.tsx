import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'

interface StepperProps {
	readonly label: string
	/** What is shown now: `2026年11月`. */
	readonly children: string
	/** Addresses; absent where there is nothing more in that direction. */
	readonly earlier?: string | undefined
	readonly later?: string | undefined
}

/** One step back or forth in time, by links: every step has an address. */
export const Stepper = ({ label, children, earlier, later }: StepperProps) => {
	const t = useWords(commonWords)
	return (
		<nav class="stepper" aria-label={label}>
			<Step icon="left" label={t.earlier} href={earlier} />
			<span class="step-now figures" aria-live="polite">
				{children}
			</span>
			<Step icon="right" label={t.later} href={later} />
		</nav>
	)
}

const Step = ({ icon, label, href }: { icon: 'left' | 'right'; label: string; href: string | undefined }) =>
	href === undefined ? (
		<span class="button-icon" aria-disabled="true">
			<Icon name={icon} label={label} />
		</span>
	) : (
		<a class="button-icon" href={href}>
			<Icon name={icon} label={label} />
		</a>
	)
