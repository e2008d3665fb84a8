/** A page of two programs, with the fields that AgentRef's document shows. */
const program = (n) => ({
  id: `bcf9d535-9520-439f-bb68-e7a02a8f5c${String(n).padStart(2, "0")}`,
  merchantId: "af904dcf-f976-47be-9fb1-3fbdbe5d1038",
  name: `Partners ${n}`,
  description: "Earn a share of every subscription that you bring.",
  slug: `partners-${n}`,
  website: "https://analytics.acme.example",
  landingPageUrl: "https://analytics.acme.example/pricing",
  portalSlug: "acme-partners",
  status: "active",
  marketplaceStatus: "public",
  applicationAccess: "open",
  marketplaceCategory: "analytics",
  marketplaceDescription: null,
  marketplaceLogoUrl: null,
  commissionType: "recurring",
  commissionPercent: 30,
  commissionLimitMonths: null,
  commissionHoldDays: 30,
  cookieDuration: 60,
  trackingRequiresConsent: true,
  trackingParamAliases: ["ref", "partner"],
  payoutThreshold: 5000,
  currency: "usd",
  autoApproveAffiliates: false,
  termsUrl: "https://acme.example/partner-terms",
  stripeAccountId: "acct_1QxAcmeAnalytics",
  stripeConnectedAt: "2026-01-13T15:32:34.000Z",
  createdAt: "2026-01-04T09:45:11.000Z",
  updatedAt: "2026-02-27T16:02:29.000Z",
});

const meta = {
  total: 40,
  page: 2,
  pageSize: 2,
  hasMore: true,
  nextCursor: null,
  requestId: "req_kbpt0rpdwu",
};

export const answer = JSON.stringify({ data: [program(1), program(2)], meta });
export const headers = { "content-type": "application/json", "x-ratelimit-limit": "60" };
