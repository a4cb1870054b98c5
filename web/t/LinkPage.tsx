import { useMemo } from 'preact/hooks'
import { Failed } from '../components/Failed.tsx'
import { Icon } from '../components/Icon.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Notice } from '../components/Notice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { linkPhotos } from '../task/photoPlace.ts'
import { TaskMessage } from '../task/TaskMessage.tsx'
import { useTaskWork } from '../task/useTaskWork.ts'
import { linkChannel } from './linkChannel.ts'
import { LinkSecret } from './linkSecret.ts'
import { type LinkTrouble, linkTrouble } from './linkTrouble.ts'
import { linkWords } from './linkWords.ts'

/** A task for whoever came by its link; without one, how to come by it. */
export const LinkPage = ({ token }: { token: string | undefined }) => {
	const common = useWords(commonWords)
	const t = useWords(linkWords)
	return (
		<div class="phone">
			<header class="phone-top">
				<span class="phone-mark">
					<img src="/icon.svg" width="28" height="28" alt="" />
					<strong>{common.product}</strong>
				</span>
				<LanguageSwitch />
			</header>
			<main>
				{token === undefined ? (
					<Notice icon="bell" title={t.none}>
						{t.noneNote}
					</Notice>
				) : (
					<LinkedTask token={token} />
				)}
			</main>
		</div>
	)
}

const LinkedTask = ({ token }: { token: string }) => {
	const channel = useMemo(() => linkChannel(token, new LinkSecret(() => localStorage)), [token])
	const work = useTaskWork(channel)
	const common = useWords(commonWords)
	const t = useWords(linkWords)
	const { known, failure, isBarred, waiting } = work.state
	const trouble = failure?.is === 'refused' ? linkTrouble(failure.problem) : undefined
	if (trouble !== undefined) return <Trouble trouble={trouble} waiting={waiting.length} />
	if (known === undefined && failure !== undefined)
		return <Failed failure={failure} again={() => void work.refresh()} />
	if (known === undefined)
		return (
			<div aria-busy="true" class="stack">
				<span class="spoken" role="status">
					{common.loading}
				</span>
				<Skeleton lines={2} />
				<Skeleton lines={4} tall />
			</div>
		)
	return (
		<div class="stack">
			{isBarred && (
				<section class="standing standing-bad" role="alert">
					<Icon name="person" />
					<div>
						<strong>{t.elsewhere}</strong>
						<p>{t.elsewhereNote}</p>
						{waiting.length > 0 && <p>{t.kept(waiting.length)}</p>}
					</div>
				</section>
			)}
			<TaskMessage work={work} photos={linkPhotos(token)} />
		</div>
	)
}

const Trouble = ({ trouble, waiting }: { trouble: LinkTrouble; waiting: number }) => {
	const t = useWords(linkWords)
	return (
		<Notice icon={trouble === 'moved' ? 'check' : 'phone'} title={t[trouble]} urgent>
			{t[`${trouble}Note`]}
			{waiting > 0 && <> {t.kept(waiting)}</>}
		</Notice>
	)
}
