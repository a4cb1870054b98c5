import { useState } from 'preact/hooks'
import type { DeviceCertificate } from '../../../../../shared/contract/registry/certificates.ts'
import { api } from '../../../../data/api.ts'
import { commonWords } from '../../../../i18n/commonWords.ts'
import { dateTime } from '../../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../../i18n/useWords.ts'
import { certificateWords } from './certificateWords.ts'

interface CertificateLineProps {
	readonly device: string
	readonly certificate: DeviceCertificate
	readonly onRevoked: () => void
}

/** One certificate, and a way to revoke it, in two steps. */
export const CertificateLine = ({ device, certificate, onRevoked }: CertificateLineProps) => {
	const t = useWords(certificateWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const [step, setStep] = useState<'idle' | 'sure' | 'sending' | 'failed'>('idle')
	const { id, status, madeAt } = certificate
	const short = id.slice(0, 8)
	const revoke = async (): Promise<void> => {
		setStep('sending')
		const answer = await api(`/api/devices/${encodeURIComponent(device)}/certificates/${id}`, { method: 'DELETE' })
		setStep(answer.is === 'ready' ? 'idle' : 'failed')
		onRevoked()
	}
	return (
		<li class="certificate-line">
			<div class="row apart">
				<span>
					<strong>{t[status]}</strong> <code title={id}>{short}…</code>{' '}
					{madeAt !== null && <span class="grey">{t.since(dateTime(madeAt, language))}</span>}
				</span>
				{status !== 'revoked' && step === 'idle' && (
					<button type="button" class="button-quiet" aria-label={t.revokeOf(short)} onClick={() => setStep('sure')}>
						{t.revoke}
					</button>
				)}
			</div>
			{step === 'failed' && <p role="alert">{t.notRevoked}</p>}
			{step !== 'idle' && (
				<div class="stack">
					<p>{t.sure}</p>
					<div class="row">
						<button type="button" class="button" disabled={step === 'sending'} onClick={() => void revoke()}>
							{t.revokeNow}
						</button>
						<button type="button" class="button-quiet" onClick={() => setStep('idle')}>
							{common.cancel}
						</button>
					</div>
				</div>
			)}
		</li>
	)
}
