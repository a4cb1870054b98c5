import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'

/** What somebody without an account can do here. */
export const Doors = () => {
	const t = useWords(wallWords)
	return (
		<div class="wall-doors">
			<a class="button" href="/wall/report">
				<Icon name="camera" />
				{t.report}
			</a>
			<a class="button-quiet" href="/wall/follow">
				<Icon name="search" />
				{t.follow}
			</a>
			<a class="button-quiet" href="/wall/order">
				<Icon name="task" />
				{t.order}
			</a>
		</div>
	)
}
