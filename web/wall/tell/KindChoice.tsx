import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'

export interface Kind {
	readonly value: string
	readonly icon: IconName
	readonly label: string
	readonly note?: string
}

interface KindChoiceProps {
	readonly name: string
	readonly title: string
	readonly kinds: readonly Kind[]
	readonly value: string
	readonly error?: string | undefined
	readonly onValue: (value: string) => void
}

/** One of a few things, each with its drawing and its word, large enough for any thumb. */
export const KindChoice = ({ name, title, kinds, value, error, onValue }: KindChoiceProps) => (
	<fieldset class="field" aria-describedby={error ? `${name}-error` : undefined}>
		<legend class="tell-legend">{title}</legend>
		<div class={kinds.some(({ note }) => note !== undefined) ? 'kinds kinds-long' : 'kinds'}>
			{kinds.map((kind) => (
				<label key={kind.value} class="kind">
					<input
						class="spoken"
						type="radio"
						name={name}
						value={kind.value}
						checked={value === kind.value}
						aria-invalid={error ? 'true' : undefined}
						onChange={() => onValue(kind.value)}
					/>
					<Icon name={kind.icon} />
					<span>
						{kind.label}
						{kind.note !== undefined && <span class="small grey">{kind.note}</span>}
					</span>
				</label>
			))}
		</div>
		{error && (
			<p id={`${name}-error`} class="field-error">
				{error}
			</p>
		)}
	</fieldset>
)
