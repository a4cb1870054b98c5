import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { channelFormWords } from './channelFormWords.ts'

/** How whoever keeps the deployment puts the secret where its name leads. */
export const SecretHelp = ({ name }: { name: string }) => {
	const t = useWords(channelFormWords)
	const language = useLanguage()
	const secret = { zh: '<密钥>', en: '<secret>' }[language]
	return (
		<details class="small">
			<summary>{t.secretHow}</summary>
			<p>{t.secretAws}</p>
			<pre class="channel-command">{`aws ssm put-parameter --type SecureString --overwrite --name ${name} --value ${secret}`}</pre>
			<p>{t.secretLocal}</p>
			<pre class="channel-command">{JSON.stringify({ [name]: secret }, null, 2)}</pre>
		</details>
	)
}
