import { useEffect, useState } from 'preact/hooks'
import type { EnrolledDevice } from '../../../../../shared/contract/registry/certificates.ts'
import { MOST_ACTIVE } from '../../../../../shared/domain/registry/activeCertificates.ts'
import { Icon } from '../../../../components/Icon.tsx'
import type { Failure } from '../../../../data/request.ts'
import { saveBlob } from '../../../../data/saveBlob.ts'
import { problemText } from '../../../../forms/problemText.ts'
import { useLanguage, useWords } from '../../../../i18n/useWords.ts'
import { certificateWords } from './certificateWords.ts'
import type { HeldCertificate } from './makeHere.ts'

type Step =
	| { readonly is: 'idle' }
	| { readonly is: 'making' }
	| { readonly is: 'held'; readonly held: HeldCertificate }
	| { readonly is: 'saved' }
	| { readonly is: 'failed'; readonly failure: Failure | undefined }

interface MakeCertificateProps {
	readonly device: EnrolledDevice
	/** How many certificates are active. */
	readonly active: number
	readonly onMade: () => void
}

/** Makes a certificate for a key of this browser, and offers both as a file, once. */
export const MakeCertificate = ({ device, active, onMade }: MakeCertificateProps) => {
	const t = useWords(certificateWords)
	const [step, setStep] = useState<Step>({ is: 'idle' })
	const isHeld = step.is === 'held'
	useEffect(() => {
		if (!isHeld) return
		const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
		addEventListener('beforeunload', warn)
		return () => removeEventListener('beforeunload', warn)
	}, [isHeld])
	const make = async (): Promise<void> => {
		setStep({ is: 'making' })
		try {
			const { makeHere } = await import('./makeHere.ts')
			const answer = await makeHere(device)
			if (answer.is === 'ready') setStep({ is: 'held', held: answer.value })
			else setStep({ is: 'failed', failure: answer.is === 'unchanged' ? undefined : answer })
		} catch {
			// The part of the page that makes keys did not come.
			setStep({ is: 'failed', failure: undefined })
		}
		onMade()
	}
	const name = `${device.id}-certificate.zip`
	const save = ({ file }: HeldCertificate): void => {
		saveBlob(file, name)
		setStep({ is: 'saved' })
	}
	if (step.is === 'held')
		return (
			<div class="held stack" role="alert">
				<strong>{t.ready}</strong>
				<p>{t.once}</p>
				<div class="row">
					<button type="button" class="button" onClick={() => save(step.held)}>
						<Icon name="download" />
						{t.save}
					</button>
				</div>
			</div>
		)
	return (
		<div class="stack">
			{step.is === 'saved' && (
				<div class="held stack" role="status">
					<strong>{t.saved}</strong>
					<p>{t.savedNote(name)}</p>
				</div>
			)}
			{step.is === 'failed' && <NotMade failure={step.failure} />}
			<Offer active={active} isMaking={step.is === 'making'} onMake={() => void make()} />
		</div>
	)
}

const Offer = ({ active, isMaking, onMake }: { active: number; isMaking: boolean; onMake: () => void }) => {
	const t = useWords(certificateWords)
	// Only pages that come by https, or from this very machine, have it.
	if (globalThis.crypto?.subtle === undefined) return <p>{t.insecure}</p>
	if (active >= MOST_ACTIVE) return <p>{t.enough}</p>
	return (
		<>
			{active > 0 && <p>{t.another}</p>}
			<div class="row">
				<button type="button" class={active > 0 ? 'button-quiet' : 'button'} disabled={isMaking} onClick={onMake}>
					{isMaking ? t.making : active > 0 ? t.makeAnother : t.make}
				</button>
			</div>
		</>
	)
}

const NotMade = ({ failure }: { failure: Failure | undefined }) => {
	const t = useWords(certificateWords)
	const language = useLanguage()
	const why = failure?.is === 'refused' ? problemText(failure.problem, language) : undefined
	return (
		<p role="alert">
			<strong>{t.failed}</strong> {failure?.is === 'offline' ? t.unknown : why}
		</p>
	)
}
