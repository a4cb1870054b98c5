/** Grey lines that keep the place of what loads, so that nothing jumps when it comes. */
export const Skeleton = ({ lines = 3, tall = false }: { lines?: number; tall?: boolean }) => (
	<div class="skeleton" aria-hidden="true">
		{Array.from({ length: lines }, (_, line) => (
			<span key={line} class={`skeleton-line ${tall ? 'skeleton-tall' : ''}`} />
		))}
	</div>
)
