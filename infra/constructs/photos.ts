import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accepted } from './accepted.ts'
import type { ServiceFunction } from './serviceFunction.ts'

export interface PhotosProps {
	/** Where people open the pages: the one origin that may send to the bucket and ask of it. */
	readonly site: string
}

/**
 * Photos before and after a repair, and of what residents report. Nothing in the bucket is public: browsers send and get
 * single photos by what the API signs for each (docs/photos.md).
 */
export class Photos extends Construct {
	readonly bucket: Bucket

	constructor(scope: Construct, id: string, { site }: PhotosProps) {
		super(scope, id)
		this.bucket = new Bucket(this, 'Bucket', {
			blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
			objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
			encryption: BucketEncryption.S3_MANAGED,
			enforceSSL: true,
			// A picture never changes, and one that is to be forgotten must not live on in an old version.
			versioned: false,
			removalPolicy: RemovalPolicy.RETAIN,
			lifecycleRules: [
				{ id: 'sent-and-never-attached', prefix: 'incoming/', expiration: Duration.days(1) },
				// S3 counts to the next midnight: with 89, none is here longer than the 90 days that residents are promised.
				{ id: 'personal-data-of-residents', prefix: 'reports/', expiration: Duration.days(89) },
			],
			cors: [{ allowedOrigins: [site], allowedMethods: [HttpMethods.POST], maxAge: 3600 }],
		})
		accepted(
			this.bucket,
			'AwsSolutions-S1',
			'Each form and address is asked of the API, which logs the call; a log of the bucket would keep residents’ addresses.',
		)
	}

	/** Lets the function offer uploads and look at what came, and keep and show what was attached. */
	usedBy(api: ServiceFunction): void {
		this.shownBy(api)
		for (const folder of ['incoming', 'reports', 'evidence'])
			api.allowBelow(
				['s3:GetObject', 's3:PutObject'],
				this.bucket.arnForObjects(`${folder}/*`),
				'A photo has a name that is made when it is sent; the folder is as narrow as it gets.',
			)
	}

	/** Tells the function where photos are, and no more. */
	shownBy(service: ServiceFunction): void {
		service.setting('PHOTO_BUCKET', this.bucket.bucketName).setting('PHOTO_HOST', this.bucket.bucketRegionalDomainName)
	}
}
