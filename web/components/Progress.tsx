/** How much of something is done, in words beside the bar: `3 / 10`. */
export const Progress = ({ label, value, max }: { label: string; value: number; max: number }) => (
	<label class="progress">
		<span class="row apart">
			<span>{label}</span>
			<span class="figures grey">
				{value} / {max}
			</span>
		</span>
		<progress value={value} max={max} />
	</label>
)
