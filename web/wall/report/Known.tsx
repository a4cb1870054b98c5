import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeTooView, SimilarView } from '../../../shared/contract/wall/wallViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { Since } from '../../components/Since.tsx'
import { api } from '../../data/api.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { tellWords } from '../tell/tellWords.ts'
import { wallWords } from '../wallWords.ts'

const knownWords = words({
	title: { zh: '已经有人报过这些', en: 'These are known already' },
	note: {
		zh: '如果是同一件事，点“我也遇到了”就行，不用再报。',
		en: 'If it is one of them, “Me too” is enough.',
	},
	meToo: { zh: '我也遇到了', en: 'Me too' },
	counted: {
		zh: (count: number) => `已记下，一共 ${count} 人遇到`,
		en: (count: number) => (count === 1 ? 'Noted: 1 person' : `Noted: ${count} people`),
	},
	failed: { zh: '没有记下，请再点一次', en: 'That did not work; try once more' },
	others: { zh: (count: number) => `${count} 人也遇到`, en: (count: number) => `${count} others` },
	other: { zh: '都不是，继续提交', en: 'None of these: send mine' },
	back: { zh: '返回修改', en: 'Back to my report' },
})

interface KnownProps {
	readonly similar: SimilarView['similar']
	readonly isSending: boolean
	readonly errors: ComponentChildren
	readonly back: () => void
	readonly send: (event: Event) => void
}

/** Before a report is sent: what is open here and may be the same. */
export const Known = ({ similar, isSending, errors, back, send }: KnownProps) => {
	const t = useWords(knownWords)
	const { sending } = useWords(tellWords)
	const { home } = useWords(wallWords)
	const heading = useRef<HTMLHeadingElement>(null)
	const [isTold, setTold] = useState(false)
	useEffect(() => {
		heading.current?.focus()
		scrollTo(0, 0)
	}, [])
	return (
		<section class="form">
			<h2 ref={heading} tabIndex={-1}>
				{t.title}
			</h2>
			<p>{t.note}</p>
			<ul class="stack">
				{similar.map((one) => (
					<One key={one.id} one={one} told={() => setTold(true)} />
				))}
			</ul>
			{errors}
			{isTold ? (
				<a class="button button-wide" href="/wall">
					{home}
				</a>
			) : (
				<button type="button" class="button button-wide" disabled={isSending} onClick={send}>
					{isSending ? sending : t.other}
				</button>
			)}
			<button type="button" class="button-quiet button-wide" onClick={back}>
				<Icon name="left" />
				{t.back}
			</button>
		</section>
	)
}

const One = ({ one, told }: { one: SimilarView['similar'][number]; told: () => void }) => {
	const t = useWords(knownWords)
	const language = useLanguage()
	const [state, setState] = useState<{ is: 'open' | 'sending' | 'failed' } | { is: 'counted'; count: number }>({
		is: 'open',
	})
	const say = async (): Promise<void> => {
		setState({ is: 'sending' })
		const answer = await api<MeTooView>(`/api/public/reports/${encodeURIComponent(one.id)}/me-too`, { method: 'POST' })
		if (answer.is !== 'ready') return setState({ is: 'failed' })
		setState({ is: 'counted', count: answer.value.meToo })
		told()
	}
	return (
		<li class="card known">
			<span class="known-what">
				{one.revolution && <Icon name={one.revolution} />}
				<strong>{one.what[language]}</strong>
			</span>
			<span class="small grey">
				{one.place !== null && `${one.place} · `}
				{one.stateText[language]} · <Since at={one.reportedAt} />
				{one.meToo > 0 && ` · ${t.others(one.meToo)}`}
			</span>
			{state.is === 'counted' ? (
				<p class="known-counted" role="status">
					<Icon name="check" /> {t.counted(state.count)}
				</p>
			) : (
				<button
					type="button"
					class="button-quiet button-wide"
					disabled={state.is === 'sending'}
					onClick={() => void say()}
				>
					{state.is === 'failed' ? t.failed : t.meToo}
				</button>
			)}
		</li>
	)
}
