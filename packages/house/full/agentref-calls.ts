import type { AgentRef } from "agentref";

/** One call of the vendor's client. */
export type OfficialCall = (client: AgentRef) => Promise<unknown>;

/** What a method is called with: everything that it can be given, and the least. */
export interface OfficialMethod {
  readonly full: OfficialCall;
  readonly least?: OfficialCall;
}

const id = "eba40c45-4952-4b89-a03b-3b6a2bd4bffa";
const key = { idempotencyKey: "key-1" };
const paging = { cursor: "c", limit: 10, page: 1, pageSize: 10, offset: 0 };
const dates = { startDate: "2026-01-01T00:00:00Z", endDate: "2026-02-01T00:00:00Z" };
const range = { ...dates, from: dates.startDate, to: dates.endDate };
const program = { programId: id };

/** Every public method of the vendor's client, by resource and name. */
export const officialMethods: Readonly<Record<string, OfficialMethod>> = {
  "programs.list": {
    full: (c) => c.programs.list({ ...paging, status: "active" }),
    least: (c) => c.programs.list(),
  },
  "programs.get": { full: (c) => c.programs.get(id) },
  "programs.create": {
    full: (c) =>
      c.programs.create(
        {
          name: "Partners",
          commissionType: "recurring_limited",
          commissionPercent: 20,
          website: "https://shop.example.com",
          cookieDuration: 30,
          payoutThreshold: 5000,
          autoApproveAffiliates: true,
          description: "For partners.",
          landingPageUrl: "https://shop.example.com/start",
          commissionLimitMonths: 12,
          portalSlug: "partners",
          currency: "usd",
          marketplaceStatus: "draft",
          applicationAccess: "open",
          marketplaceCategory: "software",
          marketplaceDescription: "For partners.",
          marketplaceLogoUrl: "https://shop.example.com/logo.png",
        },
        key,
      ),
    least: (c) => c.programs.create({ name: "Partners", commissionType: "one_time", commissionPercent: 20 }),
  },
  "programs.update": {
    full: (c) =>
      c.programs.update(id, {
        name: "Partners",
        commissionType: "recurring_limited",
        commissionPercent: 20,
        website: "https://shop.example.com",
        cookieDuration: 30,
        payoutThreshold: 5000,
        autoApproveAffiliates: true,
        description: "For partners.",
        landingPageUrl: "https://shop.example.com/start",
        status: "paused",
        portalSlug: null,
        currency: "usd",
        commissionLimitMonths: null,
        marketplaceStatus: "draft",
        applicationAccess: "invite_only",
        marketplaceCategory: null,
        marketplaceDescription: null,
        marketplaceLogoUrl: null,
      }),
    least: (c) => c.programs.update(id, {}),
  },
  "programs.delete": { full: (c) => c.programs.delete(id) },
  "programs.stats": {
    full: (c) => c.programs.stats(id, { period: "30d" }),
    least: (c) => c.programs.stats(id),
  },
  "programs.listAffiliates": {
    full: (c) => c.programs.listAffiliates(id, { ...paging, includeBlocked: true, source: "invite" }),
    least: (c) => c.programs.listAffiliates(id),
  },
  "programs.listCoupons": { full: (c) => c.programs.listCoupons(id) },
  "programs.createCoupon": {
    full: (c) =>
      c.programs.createCoupon(id, { affiliateId: id, code: "SPRING", expiresAt: dates.endDate }, key),
    least: (c) => c.programs.createCoupon(id, { affiliateId: id, code: "SPRING" }),
  },
  "programs.createInvite": {
    full: (c) =>
      c.programs.createInvite(
        id,
        {
          email: "ada@example.com",
          name: "Spring fair",
          isPublic: false,
          usageLimit: 5,
          expiresInDays: 14,
          trackingCode: "spring-fair",
          skipOnboarding: true,
        },
        key,
      ),
    least: (c) => c.programs.createInvite(id, {}),
  },
  "programs.listInvites": { full: (c) => c.programs.listInvites(id) },
  "programs.deleteCoupon": { full: (c) => c.programs.deleteCoupon(id) },
  "programs.updateMarketplace": {
    full: (c) =>
      c.programs.updateMarketplace(id, {
        status: "public",
        category: "software",
        description: "For partners.",
        logoUrl: "https://shop.example.com/logo.png",
      }),
    least: (c) => c.programs.updateMarketplace(id, {}),
  },
  "programs.connectStripe": {
    full: (c) => c.programs.connectStripe(id, { method: "oauth_url" }),
    least: (c) => c.programs.connectStripe(id),
  },
  "programs.disconnectStripe": { full: (c) => c.programs.disconnectStripe(id) },
  "affiliates.list": {
    full: (c) =>
      c.affiliates.list({
        ...paging,
        ...program,
        includeBlocked: true,
        search: "ada",
        sortBy: "totalRevenue",
        sortOrder: "desc",
        status: "approved",
        source: "browser",
      }),
    least: (c) => c.affiliates.list(),
  },
  "affiliates.get": {
    full: (c) => c.affiliates.get(id, { include: "stats" }),
    least: (c) => c.affiliates.get(id),
  },
  "affiliates.block": {
    full: (c) => c.affiliates.block(id, { reason: "Bids on our name." }, key),
    least: (c) => c.affiliates.block(id),
  },
  "affiliates.unblock": {
    full: (c) => c.affiliates.unblock(id, key),
    least: (c) => c.affiliates.unblock(id),
  },
  "applications.list": {
    full: (c) =>
      c.applications.list({ ...paging, ...program, search: "ada", status: "pending", source: "mcp" }),
    least: (c) => c.applications.list(),
  },
  "applications.get": { full: (c) => c.applications.get(id) },
  "applications.approve": {
    full: (c) => c.applications.approve(id, { note: "Welcome." }, key),
    least: (c) => c.applications.approve(id),
  },
  "applications.decline": {
    full: (c) => c.applications.decline(id, { note: "Not now." }, key),
    least: (c) => c.applications.decline(id),
  },
  "applications.block": {
    full: (c) => c.applications.block(id, { note: "Spam." }, key),
    least: (c) => c.applications.block(id),
  },
  "conversions.list": {
    full: (c) => c.conversions.list({ ...paging, ...program, ...range, affiliateId: id, status: "approved" }),
    least: (c) => c.conversions.list(),
  },
  "conversions.stats": {
    full: (c) => c.conversions.stats({ ...program, period: "90d" }),
    least: (c) => c.conversions.stats(),
  },
  "conversions.recent": {
    full: (c) => c.conversions.recent({ limit: 20 }),
    least: (c) => c.conversions.recent(),
  },
  "payouts.list": {
    full: (c) => c.payouts.list({ ...paging, ...program, ...range, affiliateId: id, status: "completed" }),
    least: (c) => c.payouts.list(),
  },
  "payouts.listPending": {
    full: (c) => c.payouts.listPending({ ...paging, ...program }),
    least: (c) => c.payouts.listPending(),
  },
  "payouts.stats": {
    full: (c) => c.payouts.stats({ ...program, period: "all" }),
    least: (c) => c.payouts.stats(),
  },
  "payouts.create": {
    full: (c) => c.payouts.create({ ...program, affiliateId: id, method: "paypal", notes: "May." }, key),
    least: (c) => c.payouts.create({ ...program, affiliateId: id, method: "bank_transfer" }),
  },
  "flags.list": {
    full: (c) => c.flags.list({ ...paging, status: "open", type: "self_referral", affiliateId: id }),
    least: (c) => c.flags.list(),
  },
  "flags.stats": { full: (c) => c.flags.stats() },
  "flags.resolve": {
    full: (c) => c.flags.resolve(id, { status: "confirmed", note: "Same card.", blockAffiliate: true }, key),
    least: (c) => c.flags.resolve(id, { status: "dismissed" }),
  },
  "billing.current": { full: (c) => c.billing.current() },
  "billing.tiers": { full: (c) => c.billing.tiers() },
  "billing.subscribe": {
    full: (c) => c.billing.subscribe({ tier: "growth" }, key),
    least: (c) => c.billing.subscribe({ tier: "starter" }),
  },
  "merchant.get": { full: (c) => c.merchant.get() },
  "merchant.update": {
    full: (c) =>
      c.merchant.update({
        companyName: "Shop",
        logoUrl: "https://shop.example.com/logo.png",
        timezone: "UTC",
        defaultCookieDuration: 30,
        defaultPayoutThreshold: 5000,
        trackingRequiresConsent: true,
        trackingParamAliases: ["ref"],
      }),
    least: (c) => c.merchant.update({}),
  },
  "notifications.get": { full: (c) => c.notifications.get() },
  "notifications.update": {
    full: (c) =>
      c.notifications.update({
        newAffiliate: true,
        newConversion: true,
        commissionApproved: true,
        payoutProcessed: true,
        weeklyDigest: false,
      }),
    least: (c) => c.notifications.update({}),
  },
  "onboarding.upsertMerchantProfile": {
    full: (c) => c.onboarding.upsertMerchantProfile({ companyName: "Shop" }),
  },
  "onboarding.complete": { full: (c) => c.onboarding.complete() },
  "payoutInfo.get": { full: (c) => c.payoutInfo.get() },
  "payoutInfo.update": {
    full: (c) =>
      c.payoutInfo.update({
        payoutMethod: "bank_transfer",
        paypalEmail: "ada@example.com",
        bankAccountHolder: "Ada Example",
        bankIban: "DE00123456780000000000",
        bankBic: "ABCDDEFF",
        firstName: "Ada",
        lastName: "Example",
        addressLine1: "1 High Street",
        addressLine2: "Floor 2",
        city: "Berlin",
        state: "BE",
        postalCode: "10115",
        vatId: "DE123456789",
      }),
    least: (c) => c.payoutInfo.update({}),
  },
  "tracking.getProgramStatus": { full: (c) => c.tracking.getProgramStatus(id) },
  "invites.get": { full: (c) => c.invites.get("inv_token") },
  "invites.claim": { full: (c) => c.invites.claim("inv_token") },
  "marketplace.listPrograms": {
    full: (c) =>
      c.marketplace.listPrograms({
        ...paging,
        category: "software",
        minCommission: 10,
        minEpc: 1.5,
        sort: "newest",
      }),
    least: (c) => c.marketplace.listPrograms(),
  },
  "marketplace.apply": {
    full: (c) => c.marketplace.apply(id, { message: "Hello." }),
    least: (c) => c.marketplace.apply(id),
  },
  "affiliateWorkspace.overview": { full: (c) => c.affiliateWorkspace.overview() },
  "affiliateWorkspace.identity": { full: (c) => c.affiliateWorkspace.identity() },
  "affiliateWorkspace.listPrograms": { full: (c) => c.affiliateWorkspace.listPrograms() },
  "affiliateWorkspace.getProgram": { full: (c) => c.affiliateWorkspace.getProgram(id) },
  "affiliateWorkspace.earnings": { full: (c) => c.affiliateWorkspace.earnings() },
  "affiliateWorkspace.listProgramEarnings": {
    full: (c) => c.affiliateWorkspace.listProgramEarnings(id, { ...paging, period: "7d" }),
    least: (c) => c.affiliateWorkspace.listProgramEarnings(id),
  },
  "affiliateWorkspace.listPayouts": {
    full: (c) => c.affiliateWorkspace.listPayouts({ ...paging, ...program }),
    least: (c) => c.affiliateWorkspace.listPayouts(),
  },
  "affiliateWorkspace.listLinks": {
    full: (c) => c.affiliateWorkspace.listLinks(program),
    least: (c) => c.affiliateWorkspace.listLinks(),
  },
  "affiliateWorkspace.createLink": {
    full: (c) =>
      c.affiliateWorkspace.createLink(
        { name: "Blog", destinationPath: "/pricing", customSlug: "ada-blog" },
        { ...key, ...program },
      ),
    least: (c) => c.affiliateWorkspace.createLink({ name: "Blog" }),
  },
  "affiliateWorkspace.updateLink": {
    full: (c) =>
      c.affiliateWorkspace.updateLink(id, { name: "Blog", targetUrl: null, isActive: false }, program),
    least: (c) => c.affiliateWorkspace.updateLink(id, {}),
  },
  "affiliateWorkspace.deleteLink": {
    full: (c) => c.affiliateWorkspace.deleteLink(id, program),
    least: (c) => c.affiliateWorkspace.deleteLink(id),
  },
  "affiliateWorkspace.clickStats": {
    full: (c) => c.affiliateWorkspace.clickStats({ ...program, ...dates }),
    least: (c) => c.affiliateWorkspace.clickStats(),
  },
  "marketingResources.list": {
    full: (c) =>
      c.marketingResources.list(id, {
        kind: "drafts",
        status: "draft",
        search: "spring",
        limit: 10,
        offset: 0,
      }),
    least: (c) => c.marketingResources.list(id),
  },
  "marketingResources.createSocialPost": {
    full: (c) =>
      c.marketingResources.createSocialPost(
        id,
        {
          title: "Spring",
          body: "Try it: {{affiliate_link}}",
          platforms: ["x", "generic"],
          description: null,
          instructions: "In May.",
          collectionId: null,
          folderId: null,
          status: "draft",
        },
        key,
      ),
    least: (c) =>
      c.marketingResources.createSocialPost(id, { title: "Spring", body: "Try it.", platforms: ["x"] }),
  },
  "marketingResources.updateSocialPost": {
    full: (c) =>
      c.marketingResources.updateSocialPost(
        id,
        {
          ...program,
          title: "Spring",
          body: "Try it.",
          platforms: ["linkedin"],
          description: "A post.",
          instructions: null,
          collectionId: "col_1",
          folderId: "fol_1",
        },
        key,
      ),
    least: (c) => c.marketingResources.updateSocialPost(id, program),
  },
  "marketingResources.createSocialPostMediaUploadSession": {
    full: (c) =>
      c.marketingResources.createSocialPostMediaUploadSession(
        id,
        { ...program, fileName: "a.png", mimeType: "image/png", fileSizeBytes: 1000 },
        key,
      ),
  },
  "marketingResources.completeSocialPostMediaUpload": {
    full: (c) => c.marketingResources.completeSocialPostMediaUpload(id, media, key),
    least: (c) => c.marketingResources.completeSocialPostMediaUpload(id, leastMedia),
  },
  "marketingResources.reorderSocialPostMedia": {
    full: (c) => c.marketingResources.reorderSocialPostMedia(id, { ...program, mediaIds: ["m1", "m2"] }, key),
  },
  "marketingResources.updateSocialPostMedia": {
    full: (c) => c.marketingResources.updateSocialPostMedia(id, "m1", { ...program, altText: "A bag." }, key),
    least: (c) => c.marketingResources.updateSocialPostMedia(id, "m1", program),
  },
  "marketingResources.removeSocialPostMedia": {
    full: (c) => c.marketingResources.removeSocialPostMedia(id, "m1", program, key),
  },
  "marketingResources.replaceSocialPostMedia": {
    full: (c) => c.marketingResources.replaceSocialPostMedia(id, "m1", media, key),
    least: (c) => c.marketingResources.replaceSocialPostMedia(id, "m1", leastMedia),
  },
  "marketingResources.publish": {
    full: (c) => c.marketingResources.publish(id, { ...program, notifyAffiliates: true }, key),
    least: (c) => c.marketingResources.publish(id, program),
  },
  "marketingResources.unpublish": { full: (c) => c.marketingResources.unpublish(id, program, key) },
  "marketingResources.archive": { full: (c) => c.marketingResources.archive(id, program, key) },
  "marketingResources.notifyAffiliates": {
    full: (c) => c.marketingResources.notifyAffiliates(id, program, key),
  },
  "marketingResources.createDownloadUrl": {
    full: (c) => c.marketingResources.createDownloadUrl(target, key),
    least: (c) => c.marketingResources.createDownloadUrl(program),
  },
  "marketingResources.listForAffiliate": {
    full: (c) =>
      c.marketingResources.listForAffiliate(id, { kind: "files", search: "logo", limit: 10, offset: 0 }),
    least: (c) => c.marketingResources.listForAffiliate(id),
  },
  "marketingResources.getForAffiliate": {
    full: (c) => c.marketingResources.getForAffiliate(id, program),
  },
  "marketingResources.createAffiliateDownloadUrl": {
    full: (c) => c.marketingResources.createAffiliateDownloadUrl(target),
    least: (c) => c.marketingResources.createAffiliateDownloadUrl(program),
  },
  "marketingResources.renderSocialPost": {
    full: (c) => c.marketingResources.renderSocialPost(id, { ...program, affiliateLinkId: "lnk_1" }),
    least: (c) => c.marketingResources.renderSocialPost(id, program),
  },
  "webhooks.list": { full: (c) => c.webhooks.list(program), least: (c) => c.webhooks.list() },
  "webhooks.create": {
    full: (c) => c.webhooks.create({ ...endpoint, ...program, schemaVersion: 2 }),
    least: (c) => c.webhooks.create(endpoint),
  },
  "webhooks.get": { full: (c) => c.webhooks.get(id) },
  "webhooks.update": {
    full: (c) => c.webhooks.update(id, { ...endpoint, programId: null, schemaVersion: 2 }),
    least: (c) => c.webhooks.update(id, {}),
  },
  "webhooks.delete": { full: (c) => c.webhooks.delete(id) },
  "webhooks.rotateSecret": { full: (c) => c.webhooks.rotateSecret(id) },
};

const leastMedia = { ...program, uploadPath: "uploads/a.png", uploadToken: "token", fileName: "a.png" };
const media = { ...leastMedia, altText: null, sortOrder: 1 };
const target = {
  ...program,
  mediaId: "m1",
  resourceId: "res_1",
  collectionId: "col_1",
  bundle: "collection_files",
  file: true,
} as const;
const endpoint: Parameters<AgentRef["webhooks"]["create"]>[0] = {
  name: "Orders",
  url: "https://shop.example.com/hooks",
  subscribedEvents: ["payout.completed"],
};
