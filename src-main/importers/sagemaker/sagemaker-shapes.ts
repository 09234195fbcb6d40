import { z } from 'zod';

const text = z.string().nullish();
/** Seconds since 1970 with a fraction; what stands in for the service may say ISO. Answered as an ISO instant. */
const Time = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((at) => {
    const ms = typeof at === 'number' ? at * 1000 : Date.parse(at ?? '');
    return Number.isFinite(ms) && Math.abs(ms) < 8e15 ? new Date(ms).toISOString() : null;
  });

export const GroupsPage = z.object({
  ModelPackageGroupSummaryList: z
    .array(z.object({ ModelPackageGroupName: z.string(), ModelPackageGroupDescription: text, CreationTime: Time }))
    .nullish(),
  NextToken: text,
});

export const PackagesPage = z.object({
  ModelPackageSummaryList: z
    .array(
      z.object({
        ModelPackageArn: z.string(),
        ModelPackageGroupName: text,
        ModelPackageVersion: z.number().nullish(),
        ModelPackageDescription: text,
        ModelPackageStatus: text,
        ModelApprovalStatus: text,
        ModelLifeCycle: z.object({ Stage: text, StageStatus: text }).nullish(),
        CreationTime: Time,
      }),
    )
    .nullish(),
  NextToken: text,
});

export const CardsPage = z.object({
  ModelCardSummaries: z.array(z.object({ ModelCardName: z.string(), ModelCardStatus: text })).nullish(),
  NextToken: text,
});
export const OneCard = z.object({ ModelCardName: z.string(), Content: text });

export const EndpointsPage = z.object({
  Endpoints: z.array(z.object({ EndpointName: z.string(), EndpointStatus: text, LastModifiedTime: Time })).nullish(),
  NextToken: text,
});
export const OneEndpoint = z.object({ EndpointConfigName: text });
export const OneConfig = z.object({ ProductionVariants: z.array(z.object({ ModelName: text })).nullish() });
const Container = z.object({ ModelPackageName: text });
export const OneServing = z.object({
  PrimaryContainer: Container.nullish(),
  Containers: z.array(Container).nullish(),
});
