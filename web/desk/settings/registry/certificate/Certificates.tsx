import type { DeviceCertificates, EnrolledDevice } from '../../../../../shared/contract/registry/certificates.ts'
import { Live } from '../../../../components/Live.tsx'
import { Skeleton } from '../../../../components/Skeleton.tsx'
import { useApi } from '../../../../data/useApi.ts'
import { useWords } from '../../../../i18n/useWords.ts'
import { CertificateLine } from './CertificateLine.tsx'
import { certificateWords } from './certificateWords.ts'
import { MakeCertificate } from './MakeCertificate.tsx'

/** They change when somebody here changes them. */
const POLL_MS = 300_000

/** The certificates of a device: makes one, shows those that there are, revokes them. For administrators. */
export const Certificates = ({ device }: { device: EnrolledDevice }) => {
	const t = useWords(certificateWords)
	const certificates = useApi<DeviceCertificates>(`/api/devices/${encodeURIComponent(device.id)}/certificates`, {
		pollMs: POLL_MS,
	})
	return (
		<Live of={certificates} name={t.list} skeleton={<Skeleton lines={3} />}>
			{({ certificates: all }) => (
				<>
					<MakeCertificate
						device={device}
						active={all.filter(({ status }) => status === 'active').length}
						onMade={certificates.refresh}
					/>
					<h3>{t.list}</h3>
					{all.length === 0 ? (
						<p class="grey">{t.none}</p>
					) : (
						<ul class="certificate-list">
							{all.map((one) => (
								<CertificateLine key={one.id} device={device.id} certificate={one} onRevoked={certificates.refresh} />
							))}
						</ul>
					)}
				</>
			)}
		</Live>
	)
}
