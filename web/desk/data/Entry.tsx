import { useState } from 'preact/hooks'
import type { QuarantineEntryView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import { expectationWords } from '../../../shared/domain/telemetry/faultWords.ts'
import { dateTime, decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { dataWords } from './dataWords.ts'
import { payloadOf } from './payload.ts'

/** One refused message: what is wrong with it, and all that came. */
export const Entry = ({ entry }: { entry: QuarantineEntryView }) => {
	const t = useWords(dataWords)
	const language = useLanguage()
	const { receivedAt, expiresAt, topic, reasons, replayed } = entry
	return (
		<section class="stack">
			<h3>{t.example}</h3>
			{reasons.map(({ text, field, expected, got }) => (
				<div key={`${field} ${got}`}>
					<p>{text[language]}</p>
					<dl class="facts small">
						<dt>{t.field}</dt>
						<dd>{field === undefined ? t.whole : <code>{field}</code>}</dd>
						{expected !== undefined && (
							<>
								<dt>{t.expected}</dt>
								<dd>{expectationWords(expected)[language]}</dd>
							</>
						)}
						{got !== undefined && (
							<>
								<dt>{t.got}</dt>
								<dd>
									<code>{got}</code>
								</dd>
							</>
						)}
					</dl>
				</div>
			))}
			<Raw entry={entry} />
			<dl class="facts small">
				<dt>{t.receivedAt}</dt>
				<dd>{dateTime(receivedAt, language)}</dd>
				<dt>{t.keptUntil}</dt>
				<dd>{dateTime(expiresAt, language)}</dd>
				{topic !== '' && (
					<>
						<dt>{t.topic}</dt>
						<dd>
							<code>{topic}</code>
						</dd>
					</>
				)}
			</dl>
			{replayed && <p class="small grey">{t.replayedBy(replayed.by.name, dateTime(replayed.at, language))}</p>}
		</section>
	)
}

const Raw = ({ entry }: { entry: Pick<QuarantineEntryView, 'payload' | 'payloadBytes'> }) => {
	const t = useWords(dataWords)
	const language = useLanguage()
	const { text, hex, left: unread, kept } = payloadOf(entry.payload)
	const [isHex, setHex] = useState(text === undefined)
	const shown = isHex || text === undefined ? hex : text
	const left = entry.payloadBytes - kept + unread
	return (
		<div>
			<div class="row apart">
				<h4>{t.payload}</h4>
				{text !== undefined && (
					<span class="row">
						<button type="button" class="chip" aria-pressed={!isHex} onClick={() => setHex(false)}>
							{t.asText}
						</button>
						<button type="button" class="chip" aria-pressed={isHex} onClick={() => setHex(true)}>
							{t.asHex}
						</button>
					</span>
				)}
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys */}
			<pre class="payload" tabIndex={0}>
				{shown}
			</pre>
			{left > 0 && <p class="small grey">{t.left(decimal(left, 0, language))}</p>}
		</div>
	)
}
