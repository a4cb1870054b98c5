/** A field that people do not see and machines fill in. */
export const Trap = ({ value, onValue }: { value: string; onValue: (value: string) => void }) => (
	<div class="tell-trap" aria-hidden="true">
		<label for="website">Website</label>
		<input
			id="website"
			name="website"
			tabIndex={-1}
			autocomplete="off"
			value={value}
			onInput={({ currentTarget }) => onValue(currentTarget.value)}
		/>
	</div>
)
