export interface paths {
  "/programs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the merchant's programs page by page.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.list"];
    put?: never;
    /**
     * @description Creates a program. `payoutThreshold` is in minor units: 5000 is 50.00 in the program's
     *     currency.
     *
     *     Takes a merchant key (`ak_live_`) or an onboarding key (`ak_onb_`).
     */
    post: operations["programs.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /**
     * @description Returns a program and the state of its set-up.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.get"];
    put?: never;
    post?: never;
    /**
     * @description Archives a program. It stays readable, with the status `archived`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    delete: operations["programs.delete"];
    options?: never;
    head?: never;
    /**
     * @description Updates the given fields of a program. If no answer comes, read the program with `get` before
     *     you send the change again.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["programs.update"];
    trace?: never;
  };
  "/programs/{id}/stats": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /**
     * @description Gets statistics of a program: sales, commission and conversions. Amounts are in minor
     *     units.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.stats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{id}/affiliates": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /**
     * @description Lists the affiliates of one program. Blocked ones are left out unless `includeBlocked`
     *     is true.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.listAffiliates"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{id}/coupons": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /**
     * @description Lists all coupons of a program. The list is not paged.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.listCoupons"];
    put?: never;
    /**
     * @description Creates a coupon code for an affiliate of the program. Sales with the code are credited to
     *     the affiliate, without a click.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["programs.createCoupon"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{id}/invites": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /**
     * @description Lists all invites of a program. The list is not paged.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["programs.listInvites"];
    put?: never;
    /**
     * @description Creates an invite to the program. The API cannot revoke it, so set `expiresInDays` and
     *     `usageLimit`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["programs.createInvite"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/coupons/{couponId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the coupon.
         * @example b71e91a9-7158-48e6-b02b-5dab997e8dce
         */
        couponId: components["parameters"]["CouponId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * @description Deletes a coupon by its own id, without the id of its program.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    delete: operations["programs.deleteCoupon"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{id}/marketplace": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * @description Updates a program's marketplace entry. Set `status` to `public` to list the program.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["programs.updateMarketplace"];
    trace?: never;
  };
  "/programs/{id}/connect-stripe": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Connects a Stripe account to the program: the merchant opens `authUrl` and agrees there; until
     *     then `connected` is false.
     *
     *     Takes a merchant key (`ak_live_`) or an onboarding key (`ak_onb_`).
     */
    post: operations["programs.connectStripe"];
    /**
     * @description Disconnects the program's Stripe account.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    delete: operations["programs.disconnectStripe"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/affiliates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the affiliates of all the merchant's programs. Blocked ones are left out unless
     *     `includeBlocked` is true.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["affiliates.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/affiliates/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    /**
     * @description Returns an affiliate. With `include: "stats"` figures are added.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["affiliates.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/affiliates/{id}/approve": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @deprecated
     * @description Approves an affiliate who waits for a decision. AgentRef treats affiliates without a decision
     *     as applications: use `applications.approve`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["affiliates.approve"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/affiliates/{id}/block": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Blocks an affiliate of a program. You can give a reason.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["affiliates.block"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/affiliates/{id}/unblock": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Unblocks an affiliate, who is approved again.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["affiliates.unblock"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/applications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the applications to the merchant's programs, of every status unless you set `status`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["applications.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/applications/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    /**
     * @description Returns an application.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["applications.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/applications/{id}/approve": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Approves an application. You can give a note with the decision.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["applications.approve"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/applications/{id}/decline": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Declines an application. You can give a note with the decision.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["applications.decline"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/applications/{id}/block": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Blocks an application. You can give a note with the decision.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["applications.block"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/conversions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists conversions: sales that were credited to affiliates. Amounts are in minor units.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["conversions.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/conversions/stats": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets conversion statistics: counts, and amounts in minor units.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["conversions.stats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/conversions/recent": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists recent conversions, 20 at most. The list is not paged.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["conversions.recent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payouts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists payouts to affiliates. Amounts are in minor units.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["payouts.list"];
    put?: never;
    /**
     * @description Creates a payout to an affiliate of a program. The request names no amount.
     *
     *     Give an idempotency key, so that a repetition cannot create it twice.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["payouts.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payouts/pending": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists pending affiliates: those with pending commission, whether or not they have reached the
     *     program's threshold. Amounts are in minor units.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["payouts.listPending"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payouts/stats": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets payout statistics: amounts in minor units, and the number of payouts.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["payouts.stats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/flags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists flags: suspicions that an affiliate commits fraud.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["flags.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/flags/stats": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets flag statistics: how many flags have each status.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["flags.stats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/flags/{id}/resolve": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the flag.
         * @example 79f6b86f-a0c0-4eef-99e0-3be55714d583
         */
        id: components["parameters"]["FlagId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Resolves a flag with the outcome of a review, and blocks the affiliate if you ask for it.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["flags.resolve"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/billing": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the merchant's current plan, the revenue of the month in minor units, and the plan
     *     that comes next.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["billing.current"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/billing/tiers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists AgentRef's plans with their prices in minor units. The list is not paged.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["billing.tiers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/billing/subscribe": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Subscribes the merchant to a paid plan. Give an idempotency key, so that a repetition
     *     cannot subscribe twice.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["billing.subscribe"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/merchant": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Returns the merchant that the key belongs to.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["merchant.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * @description Changes the given fields of the merchant and leaves the others as they are.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["merchant.update"];
    trace?: never;
  };
  "/merchant/domain-status": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @deprecated
     * @description Gets the domain verification: whether the merchant's domain is verified. AgentRef no longer
     *     verifies domains: use `tracking.getProgramStatus`, which says whether the tracking of a
     *     program works.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["merchant.domainStatus"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/merchant/notifications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the notification settings of the merchant.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["notifications.get"];
    /**
     * @description Updates the given notification settings. The others stay as they are.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    put: operations["notifications.update"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/onboarding/merchant": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Stores the merchant's profile: creates it, or changes the one that is there.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["onboarding.upsertMerchantProfile"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/onboarding/complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Completes the onboarding of the merchant.
     *
     *     Takes a merchant key (`ak_live_`); an onboarding key (`ak_onb_`) is refused.
     */
    post: operations["onboarding.complete"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/payout-info": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the payout details: where the affiliate's commission is paid to. The IBAN is
     *     masked.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["payoutInfo.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * @description Updates the given payout details. The IBAN is sent in full and comes back masked.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    patch: operations["payoutInfo.update"];
    trace?: never;
  };
  "/programs/{programId}/tracking/status": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /**
     * @description Gets the tracking status of a program: what is set up, what has arrived lately, and
     *     which step between a click and a commission does not work.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["tracking.getProgramStatus"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invites/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Token of the invite.
         * @example inv_4tBv8nXc1H
         */
        token: components["parameters"]["InviteToken"];
      };
      cookie?: never;
    };
    /**
     * @description Returns an invite by its token.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["invites.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invites/{token}/claim": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Token of the invite.
         * @example inv_4tBv8nXc1H
         */
        token: components["parameters"]["InviteToken"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Claims an invite. It takes no idempotency key: if no answer comes, find out whether the invite
     *     was claimed before you call again.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["invites.claim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketplace/programs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists programs in the marketplace: those that affiliates can apply to.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["marketplace.listPrograms"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketplace/apply/{programId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Sends the affiliate's application to a program of the marketplace. Takes no idempotency
     *     key.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    post: operations["marketplace.apply"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/overview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets an overview of the affiliate's figures, over all programs and by program. Amounts
     *     are in minor units.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.overview"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the identity of the key: its owner, and what it may do. With a merchant key, the answer
     *     has the merchant's programs too.
     *
     *     Takes a key of any kind.
     */
    get: operations["affiliateWorkspace.identity"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/programs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the affiliate's programs: those that the affiliate belongs to. The list is not
     *     paged.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.listPrograms"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/programs/{programId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /**
     * @description Gets one of the affiliate's programs: its terms, the pages that links may lead to, and
     *     the affiliate's payout details and figures.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.getProgram"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/earnings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the affiliate's earnings over all programs.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.earnings"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/earnings/{programId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /**
     * @description Lists the affiliate's earnings in a program, entry by entry.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.listProgramEarnings"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/payouts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the affiliate's payouts. Amounts are in minor units. The filter for a program is called
     *     `program_id` here.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.listPayouts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/links": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the affiliate's tracking links. The list is not paged.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.listLinks"];
    put?: never;
    /**
     * @description Creates a tracking link. Name the program in `program_id`.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    post: operations["affiliateWorkspace.createLink"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/links/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the link.
         * @example 314e5427-45b6-4ba1-8072-eab52df12f53
         */
        id: components["parameters"]["LinkId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * @description Deletes a tracking link of the affiliate.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    delete: operations["affiliateWorkspace.deleteLink"];
    options?: never;
    head?: never;
    /**
     * @description Updates the given fields of a tracking link. It does not take `destination_path` and
     *     `custom_slug`. Use `targetUrl` to change where the link leads.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    patch: operations["affiliateWorkspace.updateLink"];
    trace?: never;
  };
  "/me/clicks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Gets the affiliate's click statistics: how often the links were clicked. The names of the
     *     filters have two spellings: `program_id`, but `startDate` and `endDate`.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["affiliateWorkspace.clickStats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{programId}/marketing-resources": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /**
     * @description Lists the marketing resources of a program as the merchant sees them, including drafts.
     *     `limit` and `offset` choose a part of the list. The answer does not say how many resources
     *     there are.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["marketingResources.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/programs/{programId}/marketing-resources/social-posts": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Creates a social post that affiliates can share, with their own link in it. Its text may
     *     contain `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.createSocialPost"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * @description Updates the given fields of a social post. The program is named in the body.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["marketingResources.updateSocialPost"];
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}/media/upload-sessions": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Starts a media upload: gives a URL for a picture or video of a post. Upload the file to
     *     `signed_url`, then call `completeSocialPostMediaUpload`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.createSocialPostMediaUploadSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}/media/complete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Completes a media upload: attaches the uploaded file to the post. Give the path and the token
     *     of the upload session.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.completeSocialPostMediaUpload"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}/media/reorder": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Reorders the media of a post.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.reorderSocialPostMedia"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}/media/{mediaId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
        /**
         * @description Id of the media item.
         * @example f881f01e-a026-4621-ba32-45efd2a0df17
         */
        mediaId: components["parameters"]["MediaId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * @description Removes a media item, a picture or a video, from a post. This DELETE has a body: it names the
     *     program.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    delete: operations["marketingResources.removeSocialPostMedia"];
    options?: never;
    head?: never;
    /**
     * @description Updates a media item: the description of a picture or video.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["marketingResources.updateSocialPostMedia"];
    trace?: never;
  };
  "/marketing-resources/social-posts/{resourceId}/media/{mediaId}/replace": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
        /**
         * @description Id of the media item.
         * @example f881f01e-a026-4621-ba32-45efd2a0df17
         */
        mediaId: components["parameters"]["MediaId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Replaces a media item of a post by an uploaded file.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.replaceSocialPostMedia"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/{resourceId}/publish": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Publishes a resource, and notifies affiliates if you ask for it. `notification` says what
     *     became of that.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.publish"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/{resourceId}/unpublish": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Unpublishes a resource: hides it from affiliates.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.unpublish"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/{resourceId}/archive": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Archives a resource: `list` finds it with the status `archived`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.archive"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/{resourceId}/notify": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Sends the affiliates of the program a notification of a resource.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.notifyAffiliates"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/marketing-resources/download-url": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Gets a download URL for a file, a media item or a bundle. It is signed, and works for a
     *     limited time.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["marketingResources.createDownloadUrl"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/programs/{programId}/marketing-resources": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /**
     * @description Lists the published marketing resources of a program as an affiliate sees them. `limit` and
     *     `offset` choose a part of the list. The answer does not say how many resources there are.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["marketingResources.listForAffiliate"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/marketing-resources/{resourceId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /**
     * @description Gets a published marketing resource as an affiliate. The program must be named in the
     *     query.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    get: operations["marketingResources.getForAffiliate"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/marketing-resources/download-url": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Gets a download URL as an affiliate, for a file, a media item or a bundle. It is signed, and
     *     works for a limited time.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    post: operations["marketingResources.createAffiliateDownloadUrl"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/marketing-resources/social-posts/{resourceId}/render": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Renders a social post: its text with the affiliate's own link and code filled in, and
     *     the advertising notice that goes with it. Nothing is stored.
     *
     *     Takes an affiliate key (`ak_aff_`).
     */
    post: operations["marketingResources.renderSocialPost"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists the merchant's webhook endpoints. The list is not paged.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["webhooks.list"];
    put?: never;
    /**
     * @description Creates a webhook endpoint. The signing secret is in this answer and nowhere else: keep
     *     it. Takes no idempotency key.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["webhooks.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    /**
     * @description Gets a webhook endpoint, without its secret.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    get: operations["webhooks.get"];
    put?: never;
    post?: never;
    /**
     * @description Deletes a webhook endpoint. No event is sent to it any more.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    delete: operations["webhooks.delete"];
    options?: never;
    head?: never;
    /**
     * @description Updates the given fields of a webhook endpoint. For a new secret there is
     *     `rotateSecret`.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    patch: operations["webhooks.update"];
    trace?: never;
  };
  "/webhooks/{id}/rotate-secret": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Rotates the webhook secret of an endpoint. The new one is in this answer and nowhere
     *     else: keep it, and do not rely on the old one. Takes no idempotency key: when no answer
     *     came, rotate again.
     *
     *     Takes a merchant key (`ak_live_`).
     */
    post: operations["webhooks.rotateSecret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  "program.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive program.created
     * @description A program was created.
     */
    post: operations["events.programCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "program.updated": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive program.updated
     * @description A program was changed.
     */
    post: operations["events.programUpdated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "affiliate.joined": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive affiliate.joined
     * @description An affiliate joined a program. The fields of `data` are not fixed.
     */
    post: operations["events.affiliateJoined"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "affiliate.approved": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive affiliate.approved
     * @description An affiliate was approved. The fields of `data` are not fixed.
     */
    post: operations["events.affiliateApproved"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "affiliate.blocked": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive affiliate.blocked
     * @description An affiliate was blocked. The fields of `data` are not fixed.
     */
    post: operations["events.affiliateBlocked"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "affiliate.unblocked": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive affiliate.unblocked
     * @description An affiliate was unblocked. The fields of `data` are not fixed.
     */
    post: operations["events.affiliateUnblocked"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "conversion.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive conversion.created
     * @description A sale was credited to an affiliate. The fields of `data` are not fixed.
     */
    post: operations["events.conversionCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "conversion.refunded": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive conversion.refunded
     * @description A sale that was credited to an affiliate was refunded. The fields of `data` are not fixed.
     */
    post: operations["events.conversionRefunded"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payout.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive payout.created
     * @description A payout was created. The fields of `data` are not fixed.
     */
    post: operations["events.payoutCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payout.processing": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive payout.processing
     * @description A payout is being processed. The fields of `data` are not fixed.
     */
    post: operations["events.payoutProcessing"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payout.completed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive payout.completed
     * @description A payout was completed. The fields of `data` are not fixed.
     */
    post: operations["events.payoutCompleted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payout.failed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive payout.failed
     * @description A payout failed. The fields of `data` are not fixed.
     */
    post: operations["events.payoutFailed"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "flag.resolved": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive flag.resolved
     * @description A flag was resolved.
     */
    post: operations["events.flagResolved"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description An affiliate of a program. */
    Affiliate: {
      /** @description Id of the affiliate. */
      id: string;
      /** @description Id of the person's account. */
      userId: string;
      /** @description Id of the program. */
      programId: string;
      /** @description Code in the affiliate's links. */
      code: string;
      status: components["schemas"]["AffiliateStatus"];
      /** @description Clicks on the affiliate's links. */
      totalClicks: number;
      /** @description Conversions credited to the affiliate. */
      totalConversions: number;
      /** @description Commission earned so far, in minor units (cents for `usd`). */
      totalEarnings: number;
      /**
       * Format: date-time
       * @description When the affiliate joined.
       */
      createdAt: string;
    };
    /** @description An affiliate was approved. */
    AffiliateApprovedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "affiliate.approved";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description An affiliate was blocked. */
    AffiliateBlockedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "affiliate.blocked";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description An affiliate. With `include: "stats"` the answer has figures in further fields. */
    AffiliateDetail: components["schemas"]["Affiliate"] & {
      [key: string]: unknown;
    };
    /** @description An affiliate joined a program. */
    AffiliateJoinedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "affiliate.joined";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description A tracking link of an affiliate. Fields beyond these may be present. */
    AffiliateLink: {
      /** @description Id of the link. */
      id: string;
      /** @description Name of the link, for the affiliate. */
      name?: string;
      /** @description Code in the link's URL. */
      code?: string;
      /** @description URL that the link leads to; null where none is set. */
      targetUrl?: string | null;
      /** @description Whether the link works. */
      isActive?: boolean;
    } & {
      [key: string]: unknown;
    };
    /** @description An affiliate's figures in one program. */
    AffiliateProgramStats: {
      /** @description Id of the program. */
      programId: string;
      /** @description Name of the program. */
      programName: string;
      /** @description Clicks on the affiliate's links. */
      totalClicks: number;
      /** @description Conversions credited to the affiliate. */
      totalConversions: number;
      /** @description Sales that the affiliate brought, in minor units (cents for `usd`). */
      totalRevenue: number;
      /** @description Commission earned, in minor units (cents for `usd`). */
      totalCommission: number;
      /** @description Commission already paid out, in minor units (cents for `usd`). */
      totalPaidOut: number;
    };
    /**
     * @description State of an affiliate in a program. People who wait for a decision are applications, not affiliates.
     * @enum {string}
     */
    AffiliateStatus: "approved" | "blocked";
    /** @description An affiliate was unblocked. */
    AffiliateUnblockedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "affiliate.unblocked";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description An affiliate's figures over all programs. */
    AffiliateWorkspaceOverview: {
      /** @description Id of the affiliate's profile. */
      affiliateProfileId: string;
      /** @description Programs that the affiliate belongs to. */
      programCount: number;
      /** @description Programs among them that are running. */
      activeProgramCount: number;
      /** @description Commission earned, in minor units. The answer names no currency. */
      totalEarnings: number;
      /** @description Pending commission, in minor units. The answer names no currency. */
      pendingEarnings: number;
      /** @description Commission that can be paid out, in minor units. The answer names no currency. */
      availableEarnings: number;
      /** @description Commission already paid out, in minor units. The answer names no currency. */
      paidEarnings: number;
      /** @description The same by program. */
      programStats: components["schemas"]["AffiliateProgramStats"][];
    };
    /** @description A program that the affiliate belongs to. */
    AffiliateWorkspaceProgram: {
      /** @description Id of the affiliate in this program. */
      affiliateId: string;
      /** @description Id of the program. */
      programId: string;
      /** @description Name of the program. */
      programName: string;
      /** @description What the program is about. */
      programDescription: string | null;
      /** @description Name of the merchant's company. */
      companyName: string | null;
      /** @description Name of the affiliates' portal in its URL. */
      portalSlug: string | null;
      /** @description Look of the portal. */
      portalTheme: string | null;
      /** @description URL of the logo in the marketplace. */
      marketplaceLogoUrl: string | null;
      /** @description Which payments of a customer earn commission: `one_time`, `recurring` or `recurring_limited`. */
      commissionType: string;
      /** @description Commission in percent of a sale. */
      commissionPercent: number;
      /** @description Code in the affiliate's links. */
      code: string;
      /** @description Whether the affiliate is approved. */
      isApproved: boolean;
      /** @description Whether the affiliate is blocked. */
      isBlocked: boolean;
      /** @description Clicks on the affiliate's links. */
      totalClicks: number;
      /** @description Conversions credited to the affiliate. */
      totalConversions: number;
      /** @description Sales that the affiliate brought, in minor units (cents for `usd`). */
      totalRevenue: number;
      /** @description Commission earned, in minor units (cents for `usd`). */
      totalCommission: number;
      /** @description Commission already paid out, in minor units (cents for `usd`). */
      totalPaidOut: number;
      /**
       * Format: date-time
       * @description When the affiliate joined.
       */
      createdAt: string;
    };
    /** @description A program that the affiliate belongs to, with its terms and the affiliate's payout details. */
    AffiliateWorkspaceProgramDetail: {
      /** @description Id of the affiliate in this program. */
      affiliateId: string;
      /** @description Id of the program. */
      programId: string;
      /** @description Name of the program. */
      programName: string;
      /** @description What the program is about. */
      programDescription: string | null;
      /** @description Name of the merchant's company. */
      merchantCompanyName: string | null;
      /** @description Look of the portal. */
      portalTheme: string | null;
      /** @description URL of the logo in the marketplace. */
      marketplaceLogoUrl: string | null;
      /** @description Website of the merchant. */
      website: string | null;
      /** @description URL of the page that tracking links lead to. */
      landingPageUrl: string | null;
      /** @description Which payments of a customer earn commission: `one_time`, `recurring` or `recurring_limited`. */
      commissionType: string;
      /** @description Commission in percent of a sale. */
      commissionPercent: number;
      /** @description For how many months a customer's payments earn commission. */
      commissionLimitMonths: number | null;
      /** @description Days for which a click counts. */
      cookieDuration: number;
      /** @description Minimum commission for a payout, in minor units (cents for `usd`). */
      payoutThreshold: number;
      /** @description How often commission is paid out, such as `monthly`. */
      payoutFrequency: string;
      /** @description Currency of the amounts, as a lower-case ISO 4217 code. */
      currency: string;
      /** @description What must be settled before a payout. Its fields are not fixed. */
      payoutCompliance?: {
        [key: string]: unknown;
      };
      /** @description Whether links may lead to pages outside the list. */
      allowCustomDestinations?: boolean;
      /** @description Pages that links may lead to. */
      allowedLandingPages?: components["schemas"]["AllowedLandingPage"][];
      /** @description URL of the terms that affiliates accept. */
      termsUrl: string | null;
      /** @description Code in the affiliate's links. */
      code: string;
      /** @description Whether the affiliate is approved. */
      isApproved: boolean;
      /** @description Whether the affiliate is blocked. */
      isBlocked: boolean;
      /** @description How the affiliate is paid, such as `paypal`; null if nothing is set. */
      payoutMethod: string | null;
      /** @description PayPal address. */
      paypalEmail: string | null;
      /** @description Holder of the bank account. */
      bankAccountHolder: string | null;
      /** @description IBAN of the bank account. It may come unmasked, so treat it as a secret. */
      bankIban: string | null;
      /** @description BIC of the bank. */
      bankBic: string | null;
      /** @description First name of the payee. */
      firstName: string | null;
      /** @description Last name of the payee. */
      lastName: string | null;
      /** @description Company of the payee. */
      companyName: string | null;
      /** @description Street and number. */
      addressLine1: string | null;
      /** @description Second line of the address. */
      addressLine2: string | null;
      /** @description Town. */
      city: string | null;
      /** @description State or province. */
      state: string | null;
      /** @description Postal code. */
      postalCode: string | null;
      /** @description Country of the payee. */
      country: string | null;
      /** @description VAT number. */
      vatId: string | null;
      /** @description Kind of the tax number. */
      taxIdType: string | null;
      /** @description Tax number. */
      taxId: string | null;
      /** @description Whether the tax form is filled in. */
      taxFormCompleted: boolean;
      /** @description Clicks on the affiliate's links. */
      totalClicks: number;
      /** @description Conversions credited to the affiliate. */
      totalConversions: number;
      /** @description Sales that the affiliate brought, in minor units (cents for `usd`). */
      totalRevenue: number;
      /** @description Commission earned, in minor units (cents for `usd`). */
      totalCommission: number;
      /** @description Commission already paid out, in minor units (cents for `usd`). */
      totalPaidOut: number;
      /** @description Pending commission, in minor units (cents for `usd`). */
      pendingCommission: number;
      /**
       * Format: date-time
       * @description When the affiliate joined.
       */
      createdAt: string;
    };
    /** @description A page of the merchant that links may lead to. Fields beyond these may be present. */
    AllowedLandingPage: {
      /** @description Path on the merchant's website. */
      path?: string;
      /** @description Name of the page, for people. */
      label?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description An application to a program. Fields beyond these may be present. */
    Application: {
      /** @description Id of the application. */
      id: string;
      status?: components["schemas"]["ApplicationStatus"];
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Who may apply to a program: anybody (`open`) or invited people (`invite_only`).
     * @enum {string}
     */
    ApplicationAccess: "open" | "invite_only";
    /**
     * @description How an affiliate came to a program: through the website, the API, an MCP agent, an invite or an import.
     * @enum {string}
     */
    ApplicationSource: "browser" | "api" | "mcp" | "invite" | "import";
    /**
     * @description State of an application.
     * @enum {string}
     */
    ApplicationStatus: "pending" | "approved" | "declined" | "withdrawn" | "blocked";
    /** @description What an affiliate tells the merchant when applying. */
    ApplyToProgram: {
      /** @description Message to the merchant. */
      message?: string;
    };
    /**
     * @description How a sale was traced to an affiliate: by cookie, by coupon code or by metadata of the Stripe payment.
     * @enum {string}
     */
    AttributionMethod: "cookie" | "coupon" | "metadata";
    /**
     * @description Whether the merchant needs a paid plan of AgentRef: `not_required`, `required`, `grace_period`, `restricted` or `active`.
     * @enum {string}
     */
    BillingRequirementStatus: "not_required" | "required" | "grace_period" | "restricted" | "active";
    /** @description The merchant's plan. */
    BillingStatus: {
      tier: components["schemas"]["BillingTierId"];
      /** @description Revenue of the month, in minor units (cents for `usd`). */
      monthlyRevenue: number;
      /** @description Plan that comes next; null where there is none. */
      nextTier: components["schemas"]["BillingTierId"] | null;
      /** @description Id of the subscription at Stripe; null without one. */
      stripeSubscriptionId: string | null;
    };
    /** @description A plan of AgentRef. */
    BillingTier: {
      id: components["schemas"]["BillingTierId"];
      /** @description Name of the plan. */
      name: string;
      /** @description Price of the plan, in minor units (cents for `usd`). */
      price: number;
      /** @description Revenue up to which the plan suffices, in minor units (cents for `usd`). */
      maxRevenue: number;
      /** @description What the plan includes. */
      features: string[];
      /** @description Whether the plan can be subscribed to. */
      bookable: boolean;
    };
    /**
     * @description A plan of AgentRef.
     * @enum {string}
     */
    BillingTierId: "free" | "starter" | "growth" | "pro";
    /** @description Why an affiliate is blocked. */
    BlockAffiliate: {
      /** @description Reason for the block. Write nothing that the affiliate must not see. */
      reason?: string;
    };
    /** @description Clicks, counted by how they arrived. */
    ClickCounts: {
      /** @description All clicks. */
      total: number;
      /** @description Clicks through a tracking link of AgentRef. */
      redirect: number;
      /** @description Clicks straight to the website with a code in the URL. */
      direct: number;
    };
    /** @description Figures of an affiliate's clicks. Fields beyond these may be present. */
    ClickStats: {
      /** @description Number of clicks. */
      totalClicks?: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those of the first `commissionLimitMonths` months (`recurring_limited`).
     * @enum {string}
     */
    CommissionType: "one_time" | "recurring" | "recurring_limited";
    /** @description An upload that is finished. */
    CompleteMediaUpload: {
      /** @description Id of the program that the post belongs to. */
      program_id: string;
      /** @description Path from the upload session. */
      upload_path: string;
      /** @description Token from the upload session. */
      upload_token: string;
      /** @description Name of the file. */
      file_name: string;
      /** @description Description for people who do not see the picture. */
      alt_text?: string | null;
      /** @description Place among the media of the post. */
      sort_order?: number;
    };
    /** @description How a Stripe account is to be connected. */
    ConnectStripe: {
      /**
       * @description Way to connect. There is one: a URL at Stripe that the merchant opens.
       * @enum {string}
       */
      method?: "oauth_url";
    };
    /** @description State of the connection to Stripe, and how to go on. */
    ConnectStripeResult: {
      /** @description Whether an account is connected already. */
      connected: boolean;
      /**
       * @description Way to connect.
       * @constant
       */
      method: "oauth_url";
      /** @description Id of the program. */
      programId: string;
      programReadiness?: components["schemas"]["ProgramReadiness"];
      /** @description URL at Stripe that the merchant opens to agree. */
      authUrl?: string;
      /** @description What to do next, for people. */
      message: string;
    };
    /** @description A sale that was credited to an affiliate. Fields beyond these may be present. */
    Conversion: {
      /** @description Id of the conversion. */
      id: string;
      /** @description Id of the affiliate. */
      affiliateId: string;
      /** @description Id of the program. */
      programId: string;
      /** @description Amount of the sale, in minor units (cents for `usd`). */
      amount: number;
      /** @description Commission on the sale, in minor units (cents for `usd`). */
      commission: number;
      status: components["schemas"]["ConversionStatus"];
      method: components["schemas"]["AttributionMethod"];
      /** @description Id of the Stripe checkout session. */
      stripeSessionId: string | null;
      /**
       * Format: date-time
       * @description When the sale was recorded.
       */
      createdAt: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Conversions, counted by how they were traced. */
    ConversionCounts: {
      /** @description All conversions. */
      total: number;
      /** @description Conversions traced by a click. */
      clickToken: number;
      /** @description Conversions traced by a coupon. */
      coupon: number;
    };
    /** @description A sale was credited to an affiliate. */
    ConversionCreatedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "conversion.created";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description A sale that was credited to an affiliate was refunded. */
    ConversionRefundedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "conversion.refunded";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description Figures of conversions over a period. */
    ConversionStats: {
      /** @description Number of conversions. */
      total: number;
      /** @description Conversions that wait for approval. */
      pending: number;
      /** @description Approved conversions. */
      approved: number;
      /** @description Amount of the sales, in minor units. The answer names no currency. */
      totalRevenue: number;
      /** @description Commission on the sales, in minor units. The answer names no currency. */
      totalCommissions: number;
    };
    /**
     * @description Where a conversion stands.
     * @enum {string}
     */
    ConversionStatus: "pending" | "approved" | "partially_refunded" | "rejected" | "refunded";
    /** @description How many conversions there are of each status. */
    ConversionsByStatus: {
      /** @description Conversions that wait for approval. */
      pending: number;
      /** @description Approved conversions. */
      approved: number;
      /** @description Conversions that were refunded in part. */
      partiallyRefunded?: number;
      /** @description Rejected conversions. */
      rejected: number;
      /** @description Conversions that were refunded in full. */
      refunded: number;
    };
    /** @description A coupon code whose sales are credited to an affiliate. */
    Coupon: {
      /** @description Id of the coupon. */
      id: string;
      /** @description Code that customers enter. */
      code: string;
      /** @description Id of the affiliate who is credited. */
      affiliateId: string;
      /** @description Id of the program. */
      programId: string;
      /**
       * Format: date-time
       * @description When the coupon was created.
       */
      createdAt: string;
    };
    /** @description A coupon to be created. */
    CreateCoupon: {
      /** @description Id of the affiliate who is to be credited. */
      affiliateId: string;
      /** @description Code that customers enter. */
      code: string;
      /**
       * Format: date-time
       * @description When the coupon expires. When left out, it does not expire.
       */
      expiresAt?: string;
    };
    /** @description An invite to be created. */
    CreateInvite: {
      /** @description Email address of the person who may claim the invite: nobody else can. Leave it out for an invite that is not bound to a person. */
      email?: string;
      /** @description Internal label of the invite, to find it again. Affiliates do not see it. */
      name?: string;
      /**
       * @description Whether the invite is public.
       * @default false
       */
      isPublic: boolean;
      /** @description How often the invite can be claimed. */
      usageLimit?: number;
      /** @description Days until the invite expires. */
      expiresInDays?: number;
      /** @description Tracking code of the affiliate. */
      trackingCode?: string;
      /**
       * @description Whether the onboarding is skipped.
       * @default false
       */
      skipOnboarding: boolean;
    };
    /** @description A tracking link to be created. Its fields are in snake_case; those of a change are in camelCase. */
    CreateLink: {
      /** @description Name of the link, for the affiliate. */
      name: string;
      /** @description Page that the link leads to: a path from the program's list of allowed pages, such as `/pricing`. */
      destination_path?: string;
      /** @description Slug of your choice for the link. */
      custom_slug?: string;
    };
    /** @description A payout to be created. It names no amount. */
    CreatePayout: {
      /** @description Id of the affiliate. */
      affiliateId: string;
      /** @description Id of the program. */
      programId: string;
      method: components["schemas"]["PayoutMethod"];
      /** @description Notes on the payout. Write nothing that the affiliate must not see. */
      notes?: string;
    };
    /** @description A program to be created. */
    CreateProgram: {
      /** @description Name that affiliates see. */
      name: string;
      commissionType: components["schemas"]["CommissionType"];
      /** @description Commission in percent of a sale. */
      commissionPercent: number;
      /** @description Website whose visitors are to be tracked. */
      website?: string;
      /**
       * @description Days for which a click counts.
       * @default 30
       */
      cookieDuration: number;
      /**
       * @description Minimum commission for a payout, in minor units (cents for `usd`).
       * @default 5000
       */
      payoutThreshold: number;
      /**
       * @description How often commission is paid out. It can be set, but the program in the answer does not have it.
       * @default monthly
       */
      payoutFrequency: components["schemas"]["PayoutFrequency"];
      /** @description Whether applications are to be approved without a decision of the merchant. Set it: do not rely on a default. */
      autoApproveAffiliates?: boolean;
      /** @description What the program is about. If it is left out, it is null in the program. */
      description?: string;
      /** @description URL of the page that tracking links lead to. */
      landingPageUrl?: string;
      /** @description For how many months a customer's payments earn commission. Only with `recurring_limited`. */
      commissionLimitMonths?: number;
      /** @description Name of the affiliates' portal in its URL. */
      portalSlug?: string;
      /**
       * @description Currency of the program's amounts, as a lower-case ISO 4217 code.
       * @default usd
       */
      currency: string;
      marketplaceStatus?: components["schemas"]["MarketplaceStatus"];
      applicationAccess?: components["schemas"]["ApplicationAccess"];
      /** @description Category in the marketplace. */
      marketplaceCategory?: string;
      /** @description Text in the marketplace. */
      marketplaceDescription?: string;
      /** @description URL of the logo in the marketplace. */
      marketplaceLogoUrl?: string;
    };
    /** @description A post for affiliates to share. */
    CreateSocialPost: {
      /** @description Title in the library. */
      title: string;
      /** @description Text of the post. `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}` are filled in for each affiliate. */
      body: string;
      /** @description Networks that the post is written for. */
      platforms: components["schemas"]["SocialPlatform"][];
      /** @description What the post is for. */
      description?: string | null;
      /** @description Hints on how to use it. */
      instructions?: string | null;
      /** @description Id of the collection that the post belongs to. */
      collection_id?: string | null;
      /** @description Id of the folder that the post lies in. */
      folder_id?: string | null;
      /**
       * @description Whether affiliates see it at once.
       * @enum {string}
       */
      status?: "draft" | "published";
    };
    /** @description An endpoint to be created. */
    CreateWebhook: {
      /** @description Name of the endpoint. */
      name: string;
      /** @description URL that events are to be posted to. In production it must be HTTPS. */
      url: string;
      /** @description Events to be sent, at least one. */
      subscribedEvents: components["schemas"]["WebhookEventName"][];
      /** @description Id of the program whose events are wanted. All programs when left out. */
      programId?: string;
      /**
       * @description Version of the event format.
       * @constant
       */
      schemaVersion?: 2;
    };
    /** @description A payout that was just created. Fields beyond these may be present. */
    CreatedPayout: {
      /** @description Id of the payout. */
      id?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Note on a decision about an application. */
    DecideApplication: {
      /** @description Note on the decision. Write nothing that the applicant must not see. */
      note?: string;
    };
    /** @description Answer to the deletion of a link. Its fields are not fixed. */
    DeletedLink: {
      [key: string]: unknown;
    };
    /** @description Confirmation that an endpoint was deleted. */
    DeletedWebhook: {
      /** @description Whether the endpoint was deleted. */
      success: boolean;
    };
    /** @description Whether a merchant's domain is verified. */
    DomainStatus: {
      /** @description Domain to be verified. */
      domain?: string | null;
      /** @description Whether the domain is verified. */
      verified?: boolean;
      /** @description TXT record that proves the ownership. */
      txtRecord?: string | null;
    } & {
      [key: string]: unknown;
    };
    /** @description What is to be downloaded: one media item, the file of a resource, or a bundle. Give one of these, and the program. */
    DownloadTarget: {
      /** @description Id of the program. */
      program_id: string;
      /** @description Id of one media item of a post. */
      media_id?: string;
      /** @description Id of a resource. */
      resource_id?: string;
      /** @description Id of a collection. */
      collection_id?: string;
      /**
       * @description All media of a post (`social_post_media`), or all files of a collection (`collection_files`).
       * @enum {string}
       */
      bundle?: "social_post_media" | "collection_files";
      /**
       * @description True to get the file of the resource.
       * @constant
       */
      file?: true;
    };
    /** @description A URL for the download of a file. It works for a limited time. */
    DownloadUrl: {
      /** @description URL of the file. */
      url: string;
      /**
       * Format: date-time
       * @description When the URL stops working.
       */
      expires_at?: string;
      /** @description What the URL leads to. It can have any shape. */
      target?: unknown;
    };
    /** @description An affiliate's earnings over all programs. Its fields are not fixed. */
    Earnings: {
      [key: string]: unknown;
    };
    /**
     * @description Code of the failure, for programs. `FORBIDDEN` and `INSUFFICIENT_SCOPE` come with 403, `CONFLICT` and `IDEMPOTENCY_KEY_REUSED` with 409, and every other code with one status.
     * @enum {string}
     */
    ErrorCode:
      | "BAD_REQUEST"
      | "UNAUTHORIZED"
      | "FORBIDDEN"
      | "INSUFFICIENT_SCOPE"
      | "NOT_FOUND"
      | "CONFLICT"
      | "IDEMPOTENCY_KEY_REUSED"
      | "VALIDATION_ERROR"
      | "RATE_LIMITED"
      | "INTERNAL_ERROR";
    /** @description What went wrong. */
    ErrorInfo: {
      code: components["schemas"]["ErrorCode"];
      /** @description What went wrong, for people. */
      message: string;
      /** @description More about the failure, such as the fields that were refused. Mostly an object, but it can have any shape. */
      details?: unknown;
    };
    /** @description Body of every failed request. */
    ErrorResponse: {
      error: components["schemas"]["ErrorInfo"];
      meta: components["schemas"]["RequestMeta"];
    };
    /** @description A suspicion that an affiliate commits fraud. */
    Flag: {
      /** @description Id of the flag. */
      id: string;
      /** @description Id of the affiliate. */
      affiliateId: string;
      type: components["schemas"]["FlagType"];
      status: components["schemas"]["FlagStatus"];
      /** @description What was noticed. Its fields depend on the type. */
      details: {
        [key: string]: unknown;
      } | null;
      /** @description Note on the outcome. */
      note: string | null;
      /**
       * Format: date-time
       * @description When the flag was raised.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the flag was resolved.
       */
      resolvedAt: string | null;
    };
    /**
     * @description Outcome of a review: looked at without a verdict (`reviewed`), false alarm (`dismissed`) or fraud (`confirmed`).
     * @enum {string}
     */
    FlagResolution: "reviewed" | "dismissed" | "confirmed";
    /** @description A flag was resolved. */
    FlagResolvedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "flag.resolved";
      data: components["schemas"]["FlagResolvedEventData"];
    };
    /** @description A flag that was resolved. Fields beyond these may be present. */
    FlagResolvedEventData: {
      /** @description Id of the flag. */
      id: string;
      /** @description Id of the affiliate. */
      affiliateId: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Number of flags of each status. */
    FlagStats: {
      /** @description Flags that nobody has looked at. */
      open: number;
      /** @description Flags looked at without a verdict. */
      reviewed: number;
      /** @description False alarms. */
      dismissed: number;
      /** @description Confirmed fraud. */
      confirmed: number;
      /** @description All flags. */
      total: number;
    };
    /**
     * @description State of the review of a flag.
     * @enum {string}
     */
    FlagStatus: "open" | "reviewed" | "dismissed" | "confirmed";
    /**
     * @description Why an affiliate is suspected.
     * @enum {string}
     */
    FlagType:
      | "suspicious_activity"
      | "self_referral"
      | "high_click_frequency"
      | "conversion_anomaly"
      | "manual_review";
    /** @description Who a key belongs to and what it may do. */
    Identity: {
      key: components["schemas"]["IdentityKey"];
      owner: components["schemas"]["IdentityOwner"];
      /** @description Programs of the merchant, with a merchant key. */
      programs?: components["schemas"]["IdentityProgram"][];
    } & {
      [key: string]: unknown;
    };
    /** @description The key that the request was made with. Fields beyond these may be present. */
    IdentityKey: {
      /**
       * @description Whose key it is.
       * @enum {string}
       */
      ownerType?: "merchant" | "affiliate";
      /** @description Kind of the key: `full`, or one for onboarding. */
      keyType?: string;
      /** @description What the key may do. */
      scopes?: string[];
    } & {
      [key: string]: unknown;
    };
    /** @description Who the key belongs to. Fields beyond these may be present. */
    IdentityOwner: {
      /** @description Id of the affiliate, with an affiliate key. */
      affiliateId?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A program of the merchant, in brief. */
    IdentityProgram: {
      /** @description Id of the program. */
      id: string;
      /** @description Name of the program. */
      name: string;
      status: components["schemas"]["ProgramStatus"];
      marketplaceStatus: components["schemas"]["MarketplaceStatus"];
      readiness: components["schemas"]["ProgramReadiness"];
      /** @description Website whose visitors are tracked. */
      website: string | null;
      /** @description URL of the page that tracking links lead to. */
      landingPageUrl: string | null;
      /**
       * Format: date-time
       * @description When the Stripe account was connected.
       */
      stripeConnectedAt: string | null;
    };
    /** @description An invitation to join a program. */
    Invite: {
      /** @description Token of the invite. Treat it as a secret. */
      token: string;
      /** @description Email address that the invite was made for. */
      email: string;
      /** @description Id of the program. */
      programId: string;
      /**
       * Format: date-time
       * @description When the invite expires.
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description When the invite was created.
       */
      createdAt: string;
    };
    /** @description A claimed invite. Fields beyond these may be present. */
    InviteClaim: {
      /** @description Id of the affiliate. */
      affiliateId?: string;
      /** @description Id of the program. */
      programId?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A file, a post, a text or a link that affiliates may use. Fields beyond these may be present. */
    MarketingResource: {
      /** @description Id of the resource. */
      id: string;
      /** @description Title of the resource. */
      title?: string;
      /** @description What it is: `file`, `social_post`, `swipe_copy` or `external_link`. New kinds may appear. */
      kind?: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Part of the library that an affiliate looks at.
     * @enum {string}
     */
    MarketingResourceKind: "all" | "collections" | "files" | "social_posts" | "swipe_copy" | "links";
    /**
     * @description Whether affiliates see a resource.
     * @enum {string}
     */
    MarketingResourceStatus: "published" | "draft" | "archived";
    /** @description An application that was just sent. Its fields are not fixed. */
    MarketplaceApplication: {
      [key: string]: unknown;
    };
    /** @description A program in the marketplace. Fields beyond these may be present. */
    MarketplaceProgram: {
      /** @description Id of the program, to be given when applying. */
      programId?: string;
      /** @description Id of the marketplace entry. */
      id?: string;
      /** @description Commission in percent of a sale. */
      commissionPercent?: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is listed.
     * @enum {string}
     */
    MarketplaceStatus: "private" | "draft" | "public";
    /** @description The merchant that the key belongs to. */
    Merchant: {
      /** @description Id of the merchant. */
      id: string;
      /** @description Id of the owner's account. */
      userId: string;
      /** @description Name of the company. */
      companyName: string;
      /** @description URL of the company's logo. */
      logoUrl: string | null;
      /** @description Plan of the merchant, such as `growth`. */
      billingTier: string;
      billingRequirementStatus: components["schemas"]["BillingRequirementStatus"];
      /** @description State of the payments to AgentRef, such as `active`. */
      paymentStatus: string;
      /**
       * Format: date-time
       * @description When a payment to AgentRef last failed.
       */
      lastPaymentFailedAt: string | null;
      /** @description Days for which a click counts, for new programs. */
      defaultCookieDuration: number;
      /** @description Minimum commission for a payout, for new programs, in minor units (cents for `usd`). */
      defaultPayoutThreshold: number;
      /** @description Time zone of the merchant, such as `UTC` or `Europe/Berlin`. */
      timezone: string;
      /** @description Whether visitors are tracked only after they consented. */
      trackingRequiresConsent: boolean;
      /** @description Query parameters that may contain an affiliate's code, besides the usual one. */
      trackingParamAliases: string[];
      /** @description Which notifications the merchant gets; null if nothing is set. */
      notificationPreferences: components["schemas"]["NotificationPreferences"] | null;
      /** @description Whether the onboarding is done. */
      onboardingCompleted: boolean;
      /** @description Present step of the onboarding. */
      onboardingStep: number;
      /**
       * Format: date-time
       * @description When the merchant signed up.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the merchant was last changed.
       */
      updatedAt: string;
    };
    /**
     * @description Part of the library that a merchant looks at: the parts of an affiliate, and the drafts.
     * @enum {string}
     */
    MerchantMarketingResourceKind:
      | "all"
      | "collections"
      | "files"
      | "social_posts"
      | "swipe_copy"
      | "links"
      | "drafts";
    /** @description Profile of the merchant as it was stored. */
    MerchantProfile: {
      /** @description Id of the merchant. */
      merchantId: string;
      /** @description Name of the company. */
      companyName: string;
    };
    /** @description Which notifications a merchant gets. */
    NotificationPreferences: {
      /**
       * @description A notification when an affiliate joins.
       * @default true
       */
      newAffiliate: boolean;
      /**
       * @description A notification for every conversion.
       * @default true
       */
      newConversion: boolean;
      /**
       * @description A notification when commission is approved.
       * @default true
       */
      commissionApproved: boolean;
      /**
       * @description A notification when a payout was processed.
       * @default true
       */
      payoutProcessed: boolean;
      /**
       * @description A summary every week.
       * @default false
       */
      weeklyDigest: boolean;
    };
    /** @description State of the onboarding. */
    OnboardingState: {
      /** @description Whether the onboarding is done. */
      onboardingCompleted: boolean;
      /** @description Present step of the onboarding. */
      onboardingStep: number;
    };
    /** @description Position of a page in its list. */
    PaginatedMeta: {
      /** @description Number of items in the whole list, over all pages. */
      total: number;
      /** @description Number of this page, counted from 1. */
      page: number;
      /** @description How many items a full page holds. */
      pageSize: number;
      /** @description Whether more items follow this page. */
      hasMore: boolean;
      /** @description Opaque position after this page, to be sent as `cursor`. Absent on the last page. */
      nextCursor?: string;
      /** @description Id of the request; quote it to AgentRef's support. */
      requestId: string;
    };
    /**
     * @description A plan that can be subscribed to.
     * @enum {string}
     */
    PaidBillingTierId: "starter" | "growth" | "pro";
    /** @description A payout to an affiliate. */
    Payout: {
      /** @description Id of the payout. */
      id: string;
      /** @description Id of the affiliate. */
      affiliateId: string;
      /** @description Amount of the payout, in minor units (cents for `usd`). */
      amount: number;
      status: components["schemas"]["PayoutStatus"];
      /** @description How the affiliate is paid, such as `paypal` or `bank_transfer`. */
      method: string | null;
      /**
       * Format: date-time
       * @description When the payout was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the payout was completed; null before.
       */
      completedAt: string | null;
    };
    /** @description A payout was completed. */
    PayoutCompletedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "payout.completed";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description A payout was created. */
    PayoutCreatedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "payout.created";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description A payout failed. */
    PayoutFailedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "payout.failed";
      data: components["schemas"]["WebhookEventData"];
    };
    /**
     * @description How often commission is paid out.
     * @enum {string}
     */
    PayoutFrequency: "weekly" | "monthly" | "quarterly";
    /** @description Where an affiliate's commission is paid to. */
    PayoutInfo: {
      /** @description How the affiliate wants to be paid; null if nothing is set. */
      payoutMethod: components["schemas"]["PayoutMethod"] | null;
      /** @description PayPal address. */
      paypalEmail: string | null;
      /** @description Holder of the bank account. */
      bankAccountHolder: string | null;
      /** @description IBAN of the bank account, masked except for its last four characters. */
      bankIban: string | null;
      /** @description BIC of the bank. */
      bankBic: string | null;
      /** @description First name of the payee. */
      firstName: string | null;
      /** @description Last name of the payee. */
      lastName: string | null;
      /** @description Street and number. */
      addressLine1: string | null;
      /** @description Second line of the address. */
      addressLine2: string | null;
      /** @description Town. */
      city: string | null;
      /** @description State or province. */
      state: string | null;
      /** @description Postal code. */
      postalCode: string | null;
      /** @description VAT number. */
      vatId: string | null;
    };
    /**
     * @description How an affiliate is paid.
     * @enum {string}
     */
    PayoutMethod: "paypal" | "bank_transfer";
    /** @description A payout is being processed. */
    PayoutProcessingEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "payout.processing";
      data: components["schemas"]["WebhookEventData"];
    };
    /** @description Figures of payouts over a period. Fields beyond these may be present. */
    PayoutStats: {
      /** @description Commission paid out, in minor units. The answer names no currency. */
      totalPaid: number;
      /** @description Pending commission, in minor units. The answer names no currency. */
      totalPending: number;
      /** @description Number of payouts. */
      count: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Where a payout stands.
     * @enum {string}
     */
    PayoutStatus: "pending" | "processing" | "completed" | "failed";
    /** @description An affiliate with pending commission. */
    PendingAffiliate: {
      /** @description Id of the affiliate. */
      affiliateId: string;
      /** @description Email address of the affiliate. */
      email: string;
      /** @description Name of the affiliate. */
      name: string | null;
      /** @description Code in the affiliate's links. */
      code: string;
      /** @description Id of the program. */
      programId: string;
      /** @description Name of the program. */
      programName: string;
      /** @description How the affiliate wants to be paid; null if nothing is set. */
      payoutMethod: components["schemas"]["PayoutMethod"] | null;
      /** @description PayPal address. */
      paypalEmail: string | null;
      /** @description IBAN of the bank account. It may come unmasked, so treat it as a secret. */
      bankIban: string | null;
      /** @description Pending commission, in minor units (cents for `usd`). */
      pendingAmount: number;
      /** @description Currency of the amounts, as a lower-case ISO 4217 code. */
      currency: string;
      /** @description Minimum commission for a payout of the program, in minor units (cents for `usd`). */
      threshold: number;
      /** @description Whether the pending commission reaches the threshold. */
      meetsThreshold: boolean;
      /** @description Number of pending commissions. */
      commissionCount: number;
      /** @description Whether the affiliate has given payout details. */
      hasPayoutMethod: boolean;
    };
    /** @description An affiliate program of a merchant. */
    Program: {
      /** @description Id of the program. */
      id: string;
      /** @description Id of the merchant who runs it. */
      merchantId: string;
      /** @description Name that affiliates see. */
      name: string;
      /** @description What the program is about. */
      description: string | null;
      /** @description Name of the program in URLs. */
      slug: string;
      /** @description Website whose visitors are tracked. */
      website: string | null;
      /** @description URL of the page that tracking links lead to. */
      landingPageUrl: string | null;
      /** @description Name of the affiliates' portal in its URL. */
      portalSlug: string | null;
      status: components["schemas"]["ProgramStatus"];
      marketplaceStatus: components["schemas"]["MarketplaceStatus"];
      applicationAccess?: components["schemas"]["ApplicationAccess"];
      /** @description Category in the marketplace. */
      marketplaceCategory: string | null;
      /** @description Text in the marketplace. */
      marketplaceDescription: string | null;
      /** @description URL of the logo in the marketplace. */
      marketplaceLogoUrl: string | null;
      commissionType: components["schemas"]["CommissionType"];
      /** @description Commission in percent of a sale. */
      commissionPercent: number;
      /** @description For how many months a customer's payments earn commission. Only with `recurring_limited`. */
      commissionLimitMonths: number | null;
      /** @description Days for which commission is held back before it can be paid. */
      commissionHoldDays: number;
      /** @description Days for which a click counts. */
      cookieDuration: number;
      /** @description Whether visitors are tracked only after they consented. Null where the program has no setting of its own. */
      trackingRequiresConsent: boolean | null;
      /** @description Query parameters that may contain an affiliate's code, besides the usual one. Null where the program has no setting of its own. */
      trackingParamAliases: string[] | null;
      /** @description Minimum commission for a payout, in minor units (cents for `usd`). */
      payoutThreshold: number;
      /** @description Currency of the program's amounts, as a lower-case ISO 4217 code. */
      currency: string;
      /** @description Whether applications are approved without a decision of the merchant. */
      autoApproveAffiliates: boolean;
      /** @description URL of the terms that affiliates accept. */
      termsUrl: string | null;
      /** @description Stripe account that sales are read from. */
      stripeAccountId: string | null;
      /**
       * Format: date-time
       * @description When the Stripe account was connected.
       */
      stripeConnectedAt: string | null;
      /**
       * Format: date-time
       * @description When the program was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the program was last changed.
       */
      updatedAt: string;
    };
    /** @description A program was created. */
    ProgramCreatedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "program.created";
      data: components["schemas"]["ProgramEventData"];
    };
    /** @description A program and the state of its set-up. */
    ProgramDetail: components["schemas"]["Program"] & {
      readiness: components["schemas"]["ProgramReadiness"];
    };
    /** @description One entry of an affiliate's earnings in a program. Its fields are not fixed. */
    ProgramEarning: {
      [key: string]: unknown;
    };
    /** @description A program, in brief. */
    ProgramEventData: {
      /** @description Id of the program. */
      id: string;
      /** @description Name of the program. */
      name: string;
      commissionType: components["schemas"]["CommissionType"];
      /** @description Commission in percent of a sale. */
      commissionPercent: number;
      /** @description Days for which a click counts. */
      cookieDuration: number;
      status: components["schemas"]["ProgramStatus"];
    } & {
      [key: string]: unknown;
    };
    /** @description A program's marketplace entry after a change. Its fields are not fixed. */
    ProgramMarketplaceEntry: {
      [key: string]: unknown;
    };
    /**
     * @description State of the set-up of a program.
     * @enum {string}
     */
    ProgramReadiness: "setup" | "partial" | "ready";
    /** @description The program that a resource belongs to. */
    ProgramReference: {
      /** @description Id of the program. */
      program_id: string;
    };
    /** @description Figures of a program over a period. */
    ProgramStats: {
      /** @description Id of the program. */
      programId: string;
      /** @description Name of the program. */
      programName: string;
      /** @description Status of the program, such as `active`. */
      status: string;
      /** @description Sales that affiliates brought, in minor units (cents for `usd`). */
      totalRevenue: number;
      /** @description Number of conversions. */
      totalConversions: number;
      /** @description Commission earned on these sales, in minor units (cents for `usd`). */
      totalCommissions: number;
      /** @description Pending commission, in minor units (cents for `usd`). */
      pendingCommissions: number;
      /** @description Number of affiliates who take part. */
      activeAffiliates: number;
      conversionsByStatus: components["schemas"]["ConversionsByStatus"];
    };
    /**
     * @description Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`).
     * @enum {string}
     */
    ProgramStatus: "active" | "paused" | "archived";
    /** @description Diagnosis of a program's tracking. Only `programId` is certain to be there. */
    ProgramTrackingStatus: {
      /** @description Id of the program. */
      programId: string;
      status?: components["schemas"]["TrackingSetup"];
      stats?: components["schemas"]["TrackingStats"];
      recent?: components["schemas"]["TrackingRecent"];
      health?: components["schemas"]["TrackingHealth"];
      /** @description What deserves attention. */
      warnings?: components["schemas"]["TrackingWarning"][];
      /** @description The diagnosis in a sentence. */
      summary?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A program was changed. */
    ProgramUpdatedEvent: components["schemas"]["WebhookEventBase"] & {
      /**
       * @description Name of the event.
       * @constant
       */
      type: "program.updated";
      data: components["schemas"]["ProgramUpdatedEventData"];
    };
    /** @description A program after a change, and what was changed. */
    ProgramUpdatedEventData: components["schemas"]["ProgramEventData"] & {
      /** @description Fields that were changed. */
      updatedFields: string[];
    };
    /** @description What became of the notification of affiliates. */
    PublishNotification: {
      /** @description Whether it was asked for. */
      requested: boolean;
      /** @description Whether it was accepted. */
      accepted?: boolean;
      /** @description Why it was not accepted, for programs. */
      error_code?: string | null;
      /** @description Why it was not accepted, for people. */
      message?: string | null;
    };
    /** @description How a resource is to be published. */
    PublishResource: {
      /** @description Id of the program that the resource belongs to. */
      program_id: string;
      /** @description Whether affiliates are notified of it. */
      notify_affiliates?: boolean;
    };
    /** @description A published resource, and what became of the notification of affiliates. */
    PublishResult: {
      resource: components["schemas"]["MarketingResource"];
      notification: components["schemas"]["PublishNotification"];
    };
    /** @description Confirmation that a media item was removed. */
    RemovedMedia: {
      /** @description Whether the media item was removed. */
      removed: boolean;
      /** @description Id of the media item. */
      media_id: string;
    };
    /** @description The link with which a post is rendered. */
    RenderSocialPost: {
      /** @description Id of the program. */
      program_id: string;
      /** @description Id of the affiliate's link to be used. */
      affiliate_link_id?: string;
    };
    /** @description A post with the affiliate's own link and code filled in. Fields beyond these may be present. */
    RenderedSocialPost: {
      /** @description Text, ready to be posted. */
      body?: string;
      /** @description Advertising notice that goes with it. */
      disclosure?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description New order of a post's media. */
    ReorderMedia: {
      /** @description Id of the program that the post belongs to. */
      program_id: string;
      /** @description Ids of the media, in the order wanted. */
      media_ids: string[];
    };
    /** @description Metadata of every answer that is not a page. */
    RequestMeta: {
      /** @description Id of the request; quote it to AgentRef's support. */
      requestId: string;
    };
    /** @description Outcome of a flag's review. */
    ResolveFlag: {
      status: components["schemas"]["FlagResolution"];
      /** @description Note on the outcome. Write nothing that the affiliate must not see. */
      note?: string;
      /** @description Whether the affiliate is to be blocked as well. */
      blockAffiliate?: boolean;
    };
    /** @description Answer to the request to notify affiliates. Its fields are not fixed. */
    ResourceNotification: {
      [key: string]: unknown;
    };
    /**
     * @description Network that a post is written for; `generic` fits any.
     * @enum {string}
     */
    SocialPlatform: "x" | "linkedin" | "instagram" | "tiktok" | "facebook" | "threads" | "generic";
    /** @description A picture or video that is to be uploaded. */
    StartMediaUpload: {
      /** @description Id of the program that the post belongs to. */
      program_id: string;
      /** @description Name of the file. */
      file_name: string;
      /** @description Media type of the file, such as `image/png`. Accepted formats: PNG, JPEG, WebP, GIF, MP4, QuickTime, WebM and PDF. */
      mime_type: string;
      /** @description Size of the file in bytes. At most 50 MB for a picture and 200 MB for a video, and 500 MB and ten media items for the whole post. */
      file_size_bytes: number;
    };
    /**
     * @description Period that figures cover: the last 7, 30 or 90 days, or everything.
     * @enum {string}
     */
    StatsPeriod: "7d" | "30d" | "90d" | "all";
    /** @description Confirmation that a program's Stripe account was disconnected. */
    StripeDisconnection: {
      /** @description Whether the account was disconnected. */
      success: boolean;
      /** @description Id of the program. */
      programId: string;
    };
    /** @description Events received from Stripe, counted by outcome. */
    StripeEventCounts: {
      /** @description All events. */
      total: number;
      /** @description Events that were processed. */
      succeeded: number;
      /** @description Events that were skipped. */
      skipped: number;
    };
    /** @description Plan to subscribe to. */
    SubscribeBilling: {
      tier: components["schemas"]["PaidBillingTierId"];
    };
    /** @description A click that was received. */
    TrackedClick: {
      /** @description Code of the affiliate. */
      affiliateCode: string;
      /**
       * Format: date-time
       * @description When the click was received.
       */
      createdAt: string;
      /** @description Host that the visitor arrived at. */
      entryHost: string;
    };
    /** @description One step of the way from a click to a commission. */
    TrackingCheck: {
      /** @description Whether the step works. */
      complete: boolean;
      /** @description Why the step does not work; null when it does. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When the state last changed.
       */
      updatedAt: string | null;
    };
    /** @description Which steps of the way from a click to a commission work. */
    TrackingHealth: {
      /** @description The tracking script is on the website. */
      scriptInstalled: components["schemas"]["TrackingCheck"];
      /** @description A click has arrived. */
      referralClickReceived: components["schemas"]["TrackingCheck"];
      /** @description Stripe has reported a payment. */
      stripeEventReceived: components["schemas"]["TrackingCheck"];
      /** @description A sale was credited to an affiliate. */
      conversionAttributed: components["schemas"]["TrackingCheck"];
      /** @description First obstacle on the way; null when all is well. */
      blockingReason: string | null;
    };
    /** @description The latest signals of a program, each null if there was none. */
    TrackingRecent: {
      /** @description Latest click through a tracking link. */
      lastRedirectClick: components["schemas"]["TrackedClick"] | null;
      /** @description Latest click straight to the website. */
      lastDirectClick: components["schemas"]["TrackedClick"] | null;
      /** @description Latest check that found the script. */
      lastTrackingVerification: components["schemas"]["TrackingVerification"] | null;
    };
    /** @description What is set up for the tracking of a program. */
    TrackingSetup: {
      /** @description Whether a Stripe account is connected. */
      stripeConnected: boolean;
      /** @description Whether the tracking script was seen on the website. */
      trackingScriptVerified: boolean;
      /** @description Whether the program has a website. */
      websiteConfigured: boolean;
      /** @description Domain that tracking links use. */
      trackingDomain: string | null;
      /** @description Whether visitors are tracked only after they consented. */
      trackingRequiresConsent: boolean;
      /** @description Days for which a click counts. */
      cookieDuration: number;
    };
    /** @description Recent traffic of a program. */
    TrackingStats: {
      clicksLast7Days: components["schemas"]["ClickCounts"];
      conversionsLast30Days: components["schemas"]["ConversionCounts"];
      stripeEventsLast30Days: components["schemas"]["StripeEventCounts"];
    };
    /** @description A check that found the tracking script. */
    TrackingVerification: {
      /**
       * Format: date-time
       * @description When the check was made.
       */
      createdAt: string;
      /** @description Host on which the script was found. */
      entryHost: string;
    };
    /** @description Something about the tracking that deserves attention. */
    TrackingWarning: {
      /** @description Kind of warning, for programs. */
      code: string;
      /** @description How serious it is, such as `info`. */
      severity: string;
      /** @description The warning, for people. */
      message: string;
    };
    /** @description Changes of a tracking link. What is left out stays as it is. */
    UpdateLink: {
      /** @description Name of the link, for the affiliate. */
      name?: string;
      /** @description URL that the link leads to. Null removes it. */
      targetUrl?: string | null;
      /** @description Whether the link works. */
      isActive?: boolean;
    };
    /** @description Changes of a media item. */
    UpdateMedia: {
      /** @description Id of the program that the post belongs to. */
      program_id: string;
      /** @description Description for people who do not see the picture. Null removes it. */
      alt_text?: string | null;
    };
    /** @description Changes of the merchant. What is left out stays as it is. */
    UpdateMerchant: {
      /** @description Name of the company. */
      companyName?: string;
      /** @description URL of the company's logo. */
      logoUrl?: string;
      /** @description Time zone of the merchant, such as `Europe/Berlin`. */
      timezone?: string;
      /** @description Days for which a click counts, for new programs. */
      defaultCookieDuration?: number;
      /** @description Minimum commission for a payout, for new programs, in minor units (cents for `usd`). */
      defaultPayoutThreshold?: number;
      /** @description Whether visitors are tracked only after they consented. */
      trackingRequiresConsent?: boolean;
      /** @description Query parameters that may contain an affiliate's code, besides the usual one. Replaces the whole list. */
      trackingParamAliases?: string[];
    };
    /** @description Any of the notification settings. */
    UpdateNotificationPreferences: {
      /** @description A notification when an affiliate joins. */
      newAffiliate?: boolean;
      /** @description A notification for every conversion. */
      newConversion?: boolean;
      /** @description A notification when commission is approved. */
      commissionApproved?: boolean;
      /** @description A notification when a payout was processed. */
      payoutProcessed?: boolean;
      /** @description A summary every week. */
      weeklyDigest?: boolean;
    };
    /** @description Changes of the payout details. What is left out stays as it is; nothing can be set to null. */
    UpdatePayoutInfo: {
      payoutMethod?: components["schemas"]["PayoutMethod"];
      /** @description PayPal address. */
      paypalEmail?: string;
      /** @description Holder of the bank account. */
      bankAccountHolder?: string;
      /** @description IBAN of the bank account, in full. */
      bankIban?: string;
      /** @description BIC of the bank. */
      bankBic?: string;
      /** @description First name of the payee. */
      firstName?: string;
      /** @description Last name of the payee. */
      lastName?: string;
      /** @description Street and number. */
      addressLine1?: string;
      /** @description Second line of the address. */
      addressLine2?: string;
      /** @description Town. */
      city?: string;
      /** @description State or province. */
      state?: string;
      /** @description Postal code. */
      postalCode?: string;
      /** @description VAT number. */
      vatId?: string;
    };
    /** @description Changes of a program. What is left out stays as it is. */
    UpdateProgram: {
      /** @description Name that affiliates see. */
      name?: string;
      commissionType?: components["schemas"]["CommissionType"];
      /** @description Commission in percent of a sale. */
      commissionPercent?: number;
      /** @description Website whose visitors are tracked. */
      website?: string;
      /** @description Days for which a click counts. */
      cookieDuration?: number;
      /** @description Minimum commission for a payout, in minor units (cents for `usd`). */
      payoutThreshold?: number;
      /** @description How often commission is paid out. It can be set, but the program in the answer does not have it. */
      payoutFrequency?: components["schemas"]["PayoutFrequency"];
      /** @description Whether applications are approved without a decision of the merchant. */
      autoApproveAffiliates?: boolean;
      /** @description What the program is about. */
      description?: string;
      /** @description URL of the page that tracking links lead to. */
      landingPageUrl?: string;
      status?: components["schemas"]["ProgramStatus"];
      /** @description Name of the affiliates' portal in its URL. Null removes it. */
      portalSlug?: string | null;
      /** @description Currency of the program's amounts, as a lower-case ISO 4217 code. */
      currency?: string;
      /** @description For how many months a customer's payments earn commission, only with `recurring_limited`. Null removes the limit. */
      commissionLimitMonths?: number | null;
      marketplaceStatus?: components["schemas"]["MarketplaceStatus"];
      applicationAccess?: components["schemas"]["ApplicationAccess"];
      /** @description Category in the marketplace. Null removes it. */
      marketplaceCategory?: string | null;
      /** @description Text in the marketplace. Null removes it. */
      marketplaceDescription?: string | null;
      /** @description URL of the logo in the marketplace. Null removes it. */
      marketplaceLogoUrl?: string | null;
    };
    /** @description Changes of a program's marketplace entry. What is left out stays as it is. */
    UpdateProgramMarketplace: {
      status?: components["schemas"]["MarketplaceStatus"];
      /** @description Category that the program is listed under. */
      category?: string;
      /** @description Text of the entry. */
      description?: string;
      /** @description URL of the entry's logo. */
      logoUrl?: string;
    };
    /** @description Changes of a post. What is left out stays as it is. */
    UpdateSocialPost: {
      /** @description Id of the program that the post belongs to. */
      program_id: string;
      /** @description Title in the library. */
      title?: string;
      /** @description Text of the post. `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}` are filled in for each affiliate. */
      body?: string;
      /** @description Networks that the post is written for. */
      platforms?: components["schemas"]["SocialPlatform"][];
      /** @description What the post is for. */
      description?: string | null;
      /** @description Hints on how to use it. */
      instructions?: string | null;
      /** @description Id of the collection that the post belongs to. */
      collection_id?: string | null;
      /** @description Id of the folder that the post lies in. */
      folder_id?: string | null;
    };
    /** @description Changes of an endpoint. What is left out stays as it is. */
    UpdateWebhook: {
      /** @description Name of the endpoint. */
      name?: string;
      /** @description URL that events are posted to. In production it must be HTTPS. */
      url?: string;
      /** @description Id of the program whose events are wanted; null for all programs. */
      programId?: string | null;
      /**
       * @description Version of the event format.
       * @constant
       */
      schemaVersion?: 2;
      /** @description Events to be sent. Replaces the whole list. */
      subscribedEvents?: components["schemas"]["WebhookEventName"][];
    };
    /** @description URL, path and token for the upload of a file. */
    UploadSession: {
      /** @description Storage bucket for the file. */
      bucket: string;
      /** @description Path of the file in the bucket. Give it when you complete the upload. */
      upload_path: string;
      /** @description Token of this upload. Give it when you complete the upload. */
      upload_token: string;
      /** @description URL that the file is uploaded to. */
      signed_url: string;
      /** @description Seconds until the URL stops working. */
      expires_in_seconds: number;
    };
    /** @description Profile of the merchant. */
    UpsertMerchantProfile: {
      /** @description Name of the company. */
      companyName: string;
    };
    /** @description A URL that events are sent to. */
    WebhookEndpoint: {
      /** @description Id of the endpoint. */
      id: string;
      /** @description Name of the endpoint. */
      name: string;
      /** @description URL that events are posted to. */
      url: string;
      status: components["schemas"]["WebhookStatus"];
      /** @description Id of the program whose events are sent; null for all programs. */
      programId: string | null;
      /**
       * @description Version of the event format.
       * @constant
       */
      schemaVersion: 2;
      /** @description Events that are sent. */
      subscribedEvents: components["schemas"]["WebhookEventName"][];
      /** @description Last four characters of the signing secret. */
      secretLastFour: string | null;
      /**
       * Format: date-time
       * @description When the endpoint was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the endpoint was last changed.
       */
      updatedAt: string;
      /**
       * Format: date-time
       * @description When deliveries stopped; null while they are made.
       */
      disabledAt: string | null;
    };
    /**
     * @description Environment in which an event occurred.
     * @enum {string}
     */
    WebhookEnvironment: "production" | "preview" | "development";
    /** @description What all events have in common. */
    WebhookEventBase: {
      /** @description Id of the message. It stays the same over repeated deliveries: use it to drop duplicates. */
      id: string;
      /**
       * @description Version of the event format.
       * @constant
       */
      schemaVersion: 2;
      /**
       * Format: date-time
       * @description When the event occurred.
       */
      createdAt: string;
      /** @description Id of the merchant. */
      merchantId: string;
      /** @description Id of the program, where the event belongs to one. */
      programId?: string;
      environment: components["schemas"]["WebhookEnvironment"];
    };
    /** @description What the event is about. Its fields are not fixed. */
    WebhookEventData: {
      [key: string]: unknown;
    };
    /**
     * @description Name of an event that an endpoint can subscribe to. There is no event for changes of marketing resources.
     * @enum {string}
     */
    WebhookEventName:
      | "program.created"
      | "program.updated"
      | "affiliate.joined"
      | "affiliate.approved"
      | "affiliate.blocked"
      | "affiliate.unblocked"
      | "conversion.created"
      | "conversion.refunded"
      | "payout.created"
      | "payout.processing"
      | "payout.completed"
      | "payout.failed"
      | "flag.resolved";
    /** @description An endpoint and its signing secret, which is shown only once. */
    WebhookSecret: {
      endpoint: components["schemas"]["WebhookEndpoint"];
      /** @description Secret that deliveries are signed with; begins with `whsec_`. */
      signingSecret: string;
    };
    /**
     * @description Whether deliveries are made to an endpoint.
     * @enum {string}
     */
    WebhookStatus: "active" | "disabled";
  };
  responses: {
    /** @description The request cannot be understood. */
    BadRequest: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description There is no key, or it is not valid. */
    Unauthorized: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The key is valid but may not do this: it is of the wrong kind, or lacks a scope. */
    Forbidden: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description There is nothing with this id, or the key may not see it. */
    NotFound: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The request conflicts with the present state, or its idempotency key was used with other input. */
    Conflict: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description A value was refused. */
    UnprocessableEntity: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The key has made too many requests. */
    TooManyRequests: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "Retry-After": components["headers"]["Retry-After"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description AgentRef failed. */
    InternalError: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: {
    /**
     * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
     * @example cur_bGlzdC1wcm9ncmFtczoy
     */
    CursorParam: string;
    /**
     * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
     * @example 50
     */
    LimitParam: number;
    /**
     * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
     * @example 2
     */
    PageParam: number;
    /**
     * @description How many items a page has at most, such as 20. Use it with `page`.
     * @example 20
     */
    PageSizeParam: number;
    /**
     * @description How many items to skip. Use it with `limit`.
     * @example 40
     */
    OffsetParam: number;
    /**
     * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
     * @example payout-2026-04-datadaily
     */
    IdempotencyKeyHeader: string;
    /**
     * @description Id of the program.
     * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
     */
    ProgramId: string;
    /**
     * @description Id of the program.
     * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
     */
    ProgramIdInPath: string;
    /**
     * @description Id of the affiliate.
     * @example 9109bd73-d330-4786-9802-160c476c6bb8
     */
    AffiliateId: string;
    /**
     * @description Id of the application.
     * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
     */
    ApplicationId: string;
    /**
     * @description Id of the flag.
     * @example 79f6b86f-a0c0-4eef-99e0-3be55714d583
     */
    FlagId: string;
    /**
     * @description Id of the link.
     * @example 314e5427-45b6-4ba1-8072-eab52df12f53
     */
    LinkId: string;
    /**
     * @description Id of the endpoint.
     * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
     */
    WebhookId: string;
    /**
     * @description Id of the coupon.
     * @example b71e91a9-7158-48e6-b02b-5dab997e8dce
     */
    CouponId: string;
    /**
     * @description Token of the invite.
     * @example inv_4tBv8nXc1H
     */
    InviteToken: string;
    /**
     * @description Id of the marketing resource.
     * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
     */
    ResourceId: string;
    /**
     * @description Id of the media item.
     * @example f881f01e-a026-4621-ba32-45efd2a0df17
     */
    MediaId: string;
    /**
     * @description Id of the message.
     * @example msg_2vN8c1b0f4e
     */
    SvixId: string;
    /**
     * @description When the delivery was made, in Unix seconds.
     * @example 1777284931
     */
    SvixTimestamp: string;
    /**
     * @description Signature of the delivery: `v1,` and a base64 text.
     * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
     */
    SvixSignature: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Requests a minute that the key may make.
     * @example 60
     */
    "X-RateLimit-Limit": number;
    /**
     * @description When to try again: seconds, or an HTTP date.
     * @example 12
     */
    "Retry-After": string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "programs.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only programs of this status.
         * @example active
         */
        status?: components["schemas"]["ProgramStatus"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of programs. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The programs of this page. */
            data: components["schemas"]["Program"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.create": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The program to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateProgram"];
      };
    };
    responses: {
      /** @description The new program. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Program"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The program. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ProgramDetail"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archived program. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Program"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateProgram"];
      };
    };
    responses: {
      /** @description The changed program. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Program"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.stats": {
    parameters: {
      query?: {
        /**
         * @description Period that the figures cover, such as `7d`, `30d`, `90d` or `all`.
         * @example 30d
         */
        period?: string;
      };
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ProgramStats"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.listAffiliates": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Whether blocked affiliates are listed too.
         * @example true
         */
        includeBlocked?: boolean;
        /**
         * @description Only affiliates from this source.
         * @example invite
         */
        source?: components["schemas"]["ApplicationSource"];
      };
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of affiliates. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The affiliates of this page. */
            data: components["schemas"]["Affiliate"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.listCoupons": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The coupons. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The coupons. */
            data: components["schemas"]["Coupon"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.createCoupon": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /** @description The coupon to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateCoupon"];
      };
    };
    responses: {
      /** @description The new coupon. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Coupon"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.listInvites": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invites. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The invites. */
            data: components["schemas"]["Invite"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.createInvite": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /** @description The invite to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateInvite"];
      };
    };
    responses: {
      /** @description The new invite. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Invite"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.deleteCoupon": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the coupon.
         * @example b71e91a9-7158-48e6-b02b-5dab997e8dce
         */
        couponId: components["parameters"]["CouponId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deleted coupon. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Coupon"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.updateMarketplace": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateProgramMarketplace"];
      };
    };
    responses: {
      /** @description The changed entry. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ProgramMarketplaceEntry"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.connectStripe": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    /** @description How to connect. It can be left out, because there is one way. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ConnectStripe"];
      };
    };
    responses: {
      /** @description State of the connection. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ConnectStripeResult"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "programs.disconnectStripe": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        id: components["parameters"]["ProgramId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Confirmation. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["StripeDisconnection"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliates.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only affiliates of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Whether blocked affiliates are listed too.
         * @example false
         */
        includeBlocked?: boolean;
        /**
         * @description Text to look for.
         * @example newsletter
         */
        search?: string;
        /**
         * @description What the list is sorted by.
         * @example totalRevenue
         */
        sortBy?: "createdAt" | "totalClicks" | "totalRevenue" | "name";
        /**
         * @description Direction of the sorting.
         * @example desc
         */
        sortOrder?: "asc" | "desc";
        /**
         * @description Only affiliates of this status.
         * @example approved
         */
        status?: components["schemas"]["AffiliateStatus"];
        /**
         * @description Only affiliates from this source.
         * @example invite
         */
        source?: components["schemas"]["ApplicationSource"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of affiliates. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The affiliates of this page. */
            data: components["schemas"]["Affiliate"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliates.get": {
    parameters: {
      query?: {
        /**
         * @description What to add to the affiliate.
         * @example stats
         */
        include?: "stats";
      };
      header?: never;
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The affiliate. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AffiliateDetail"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliates.approve": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The approved affiliate. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Affiliate"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliates.block": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    /** @description The reason, if there is one. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["BlockAffiliate"];
      };
    };
    responses: {
      /** @description The blocked affiliate. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Affiliate"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliates.unblock": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the affiliate.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        id: components["parameters"]["AffiliateId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The affiliate, approved again. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Affiliate"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "applications.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only applications to this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Text to look for.
         * @example newsletter
         */
        search?: string;
        /**
         * @description Only applications of this status.
         * @example pending
         */
        status?: components["schemas"]["ApplicationStatus"];
        /**
         * @description Only applications from this source.
         * @example invite
         */
        source?: components["schemas"]["ApplicationSource"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of applications. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The applications of this page. */
            data: components["schemas"]["Application"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "applications.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The application. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Application"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "applications.approve": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    /** @description A note on the decision, if there is one. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["DecideApplication"];
      };
    };
    responses: {
      /** @description The application after the decision. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Application"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "applications.decline": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    /** @description A note on the decision, if there is one. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["DecideApplication"];
      };
    };
    responses: {
      /** @description The application after the decision. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Application"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "applications.block": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the application.
         * @example c1446a47-9101-4a73-95cb-aca1fadd96a0
         */
        id: components["parameters"]["ApplicationId"];
      };
      cookie?: never;
    };
    /** @description A note on the decision, if there is one. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["DecideApplication"];
      };
    };
    responses: {
      /** @description The application after the decision. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Application"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "conversions.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only conversions of this program, by its UUID.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Only conversions of this affiliate, by its UUID.
         * @example 9109bd73-d330-4786-9802-160c476c6bb8
         */
        affiliateId?: string;
        /**
         * @description Only conversions of this status: `pending`, `approved`, `partially_refunded`, `rejected` or `refunded`.
         * @example approved
         */
        status?: string;
        /**
         * @description Only conversions recorded at this time or later.
         * @example 2026-03-01T00:00:00Z
         */
        startDate?: string;
        /**
         * @description Only conversions recorded up to this time.
         * @example 2026-03-31T23:59:59Z
         */
        endDate?: string;
        /**
         * @description Another name of `startDate`.
         * @example 2026-04-01T00:00:00Z
         */
        from?: string;
        /**
         * @description Another name of `endDate`.
         * @example 2026-04-30T23:59:59Z
         */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of conversions. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The conversions of this page. */
            data: components["schemas"]["Conversion"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "conversions.stats": {
    parameters: {
      query?: {
        /**
         * @description Only conversions of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Period that the figures cover.
         * @example 30d
         */
        period?: components["schemas"]["StatsPeriod"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ConversionStats"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "conversions.recent": {
    parameters: {
      query?: {
        /**
         * @description How many conversions to return at most, up to 20.
         * @example 10
         */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest conversions. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The latest conversions. */
            data: components["schemas"]["Conversion"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payouts.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only payouts of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Only payouts to this affiliate.
         * @example 51008c4b-9cd6-4775-85fa-453a7bfa6d40
         */
        affiliateId?: string;
        /**
         * @description Only payouts of this status.
         * @example completed
         */
        status?: components["schemas"]["PayoutStatus"];
        /**
         * @description Only conversions recorded at this time or later.
         * @example 2026-03-01T00:00:00Z
         */
        startDate?: string;
        /**
         * @description Only conversions recorded up to this time.
         * @example 2026-03-31T23:59:59Z
         */
        endDate?: string;
        /**
         * @description Another name of `startDate`.
         * @example 2026-04-01T00:00:00Z
         */
        from?: string;
        /**
         * @description Another name of `endDate`.
         * @example 2026-04-30T23:59:59Z
         */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of payouts. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The payouts of this page. */
            data: components["schemas"]["Payout"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payouts.create": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The payout to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreatePayout"];
      };
    };
    responses: {
      /** @description The new payout. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["CreatedPayout"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payouts.listPending": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only commission of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of affiliates with pending commission. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The affiliates of this page, with pending commission. */
            data: components["schemas"]["PendingAffiliate"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payouts.stats": {
    parameters: {
      query?: {
        /**
         * @description Only payouts of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
        /**
         * @description Period that the figures cover.
         * @example 30d
         */
        period?: components["schemas"]["StatsPeriod"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PayoutStats"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "flags.list": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only flags of this status: `open`, `reviewed`, `dismissed` or `confirmed`.
         * @example open
         */
        status?: string;
        /**
         * @description Only flags of this type: `suspicious_activity`, `self_referral`, `high_click_frequency`, `conversion_anomaly` or `manual_review`.
         * @example self_referral
         */
        type?: string;
        /**
         * @description Only flags against this affiliate.
         * @example 3824bfb1-e57e-43ee-89d9-a5ea5d1fd057
         */
        affiliateId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of flags. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The flags of this page. */
            data: components["schemas"]["Flag"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "flags.stats": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["FlagStats"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "flags.resolve": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the flag.
         * @example 79f6b86f-a0c0-4eef-99e0-3be55714d583
         */
        id: components["parameters"]["FlagId"];
      };
      cookie?: never;
    };
    /** @description The outcome. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ResolveFlag"];
      };
    };
    responses: {
      /** @description The resolved flag. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Flag"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "billing.current": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The plan. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["BillingStatus"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "billing.tiers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The plans. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The plans. */
            data: components["schemas"]["BillingTier"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "billing.subscribe": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The plan. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["SubscribeBilling"];
      };
    };
    responses: {
      /** @description The plan after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["BillingStatus"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "merchant.get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The merchant. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Merchant"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "merchant.update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateMerchant"];
      };
    };
    responses: {
      /** @description The changed merchant. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Merchant"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "merchant.domainStatus": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description State of the verification. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["DomainStatus"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "notifications.get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["NotificationPreferences"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "notifications.update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The settings to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateNotificationPreferences"];
      };
    };
    responses: {
      /** @description All settings after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["NotificationPreferences"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "onboarding.upsertMerchantProfile": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The profile. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpsertMerchantProfile"];
      };
    };
    responses: {
      /** @description The stored profile. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MerchantProfile"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "onboarding.complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description State of the onboarding. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["OnboardingState"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payoutInfo.get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The payout details. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PayoutInfo"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "payoutInfo.update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The details to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdatePayoutInfo"];
      };
    };
    responses: {
      /** @description All payout details after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PayoutInfo"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "tracking.getProgramStatus": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The diagnosis. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ProgramTrackingStatus"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "invites.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Token of the invite.
         * @example inv_4tBv8nXc1H
         */
        token: components["parameters"]["InviteToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invite. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Invite"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "invites.claim": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Token of the invite.
         * @example inv_4tBv8nXc1H
         */
        token: components["parameters"]["InviteToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The claimed invite. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["InviteClaim"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketplace.listPrograms": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only programs of this category.
         * @example analytics
         */
        category?: string;
        /**
         * @description Only programs that pay at least this commission, in per cent.
         * @example 20
         */
        minCommission?: number;
        /**
         * @description Only programs whose clicks earn at least this much each, in minor units.
         * @example 35
         */
        minEpc?: number;
        /**
         * @description What the list is sorted by: earnings per click, conversion rate, commission or age.
         * @example epc
         */
        sort?: "epc" | "conversionRate" | "commission" | "newest";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of programs. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The programs of this page. */
            data: components["schemas"]["MarketplaceProgram"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketplace.apply": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /** @description A message to the merchant. It can be left out. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ApplyToProgram"];
      };
    };
    responses: {
      /** @description The new application. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketplaceApplication"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.overview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The overview. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AffiliateWorkspaceOverview"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.identity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The owner and the key. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Identity"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.listPrograms": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The programs. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The programs. */
            data: components["schemas"]["AffiliateWorkspaceProgram"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.getProgram": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The program. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AffiliateWorkspaceProgramDetail"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.earnings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The earnings. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Earnings"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.listProgramEarnings": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Period that the entries fall into.
         * @example 30d
         */
        period?: components["schemas"]["StatsPeriod"];
      };
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entries. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The entries of this page. */
            data: components["schemas"]["ProgramEarning"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.listPayouts": {
    parameters: {
      query?: {
        /**
         * @description Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
         * @example cur_bGlzdC1wcm9ncmFtczoy
         */
        cursor?: components["parameters"]["CursorParam"];
        /**
         * @description How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`.
         * @example 50
         */
        limit?: components["parameters"]["LimitParam"];
        /**
         * @description Number of the page, counted from 1. Use it with `pageSize` or `limit`.
         * @example 2
         */
        page?: components["parameters"]["PageParam"];
        /**
         * @description How many items a page has at most, such as 20. Use it with `page`.
         * @example 20
         */
        pageSize?: components["parameters"]["PageSizeParam"];
        /**
         * @description How many items to skip. Use it with `limit`.
         * @example 40
         */
        offset?: components["parameters"]["OffsetParam"];
        /**
         * @description Only payouts of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of payouts. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The payouts of this page. */
            data: components["schemas"]["Payout"][];
            meta: components["schemas"]["PaginatedMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.listLinks": {
    parameters: {
      query?: {
        /**
         * @description Only links to this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The links. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The links. */
            data: components["schemas"]["AffiliateLink"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.createLink": {
    parameters: {
      query?: {
        /**
         * @description The program that the link is for.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
      };
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The link to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateLink"];
      };
    };
    responses: {
      /** @description The new link. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AffiliateLink"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.deleteLink": {
    parameters: {
      query?: {
        /**
         * @description The program that the link is for.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
      };
      header?: never;
      path: {
        /**
         * @description Id of the link.
         * @example 314e5427-45b6-4ba1-8072-eab52df12f53
         */
        id: components["parameters"]["LinkId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Confirmation. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["DeletedLink"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.updateLink": {
    parameters: {
      query?: {
        /**
         * @description The program that the link is for.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
      };
      header?: never;
      path: {
        /**
         * @description Id of the link.
         * @example 314e5427-45b6-4ba1-8072-eab52df12f53
         */
        id: components["parameters"]["LinkId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateLink"];
      };
    };
    responses: {
      /** @description The changed link. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AffiliateLink"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "affiliateWorkspace.clickStats": {
    parameters: {
      query?: {
        /**
         * @description Only clicks for this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id?: string;
        /**
         * @description Only clicks at this time or later.
         * @example 2026-03-01T00:00:00Z
         */
        startDate?: string;
        /**
         * @description Only clicks up to this time.
         * @example 2026-03-31T23:59:59Z
         */
        endDate?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ClickStats"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.list": {
    parameters: {
      query?: {
        /**
         * @description Only this part of the library.
         * @example drafts
         */
        kind?: components["schemas"]["MerchantMarketingResourceKind"];
        /**
         * @description Only resources of this status.
         * @example draft
         */
        status?: components["schemas"]["MarketingResourceStatus"];
        /**
         * @description Text to look for.
         * @example launch
         */
        search?: string;
        /**
         * @description How many resources to return at most.
         * @example 50
         */
        limit?: number;
        /**
         * @description How many resources to skip. The answer does not say how many there are.
         * @example 0
         */
        offset?: number;
      };
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resources. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The resources. */
            data: components["schemas"]["MarketingResource"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.createSocialPost": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    /** @description The post. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateSocialPost"];
      };
    };
    responses: {
      /** @description The new post. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.updateSocialPost": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateSocialPost"];
      };
    };
    responses: {
      /** @description The changed post. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.createSocialPostMediaUploadSession": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The file to be uploaded. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["StartMediaUpload"];
      };
    };
    responses: {
      /** @description Where to upload to. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["UploadSession"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.completeSocialPostMediaUpload": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The upload that was carried out. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CompleteMediaUpload"];
      };
    };
    responses: {
      /** @description The post with the new media item. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.reorderSocialPostMedia": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The order wanted. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReorderMedia"];
      };
    };
    responses: {
      /** @description The resources in their new order. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The resources in their new order. */
            data: components["schemas"]["MarketingResource"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.removeSocialPostMedia": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
        /**
         * @description Id of the media item.
         * @example f881f01e-a026-4621-ba32-45efd2a0df17
         */
        mediaId: components["parameters"]["MediaId"];
      };
      cookie?: never;
    };
    /** @description The program that the post belongs to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramReference"];
      };
    };
    responses: {
      /** @description Confirmation. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["RemovedMedia"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.updateSocialPostMedia": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
        /**
         * @description Id of the media item.
         * @example f881f01e-a026-4621-ba32-45efd2a0df17
         */
        mediaId: components["parameters"]["MediaId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateMedia"];
      };
    };
    responses: {
      /** @description The post with the changed media item. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.replaceSocialPostMedia": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
        /**
         * @description Id of the media item.
         * @example f881f01e-a026-4621-ba32-45efd2a0df17
         */
        mediaId: components["parameters"]["MediaId"];
      };
      cookie?: never;
    };
    /** @description The upload that was carried out. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CompleteMediaUpload"];
      };
    };
    responses: {
      /** @description The post with the new media item. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.publish": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description How to publish. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PublishResource"];
      };
    };
    responses: {
      /** @description The published resource. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PublishResult"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.unpublish": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The program that the resource belongs to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramReference"];
      };
    };
    responses: {
      /** @description The hidden resource. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.archive": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The program that the resource belongs to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramReference"];
      };
    };
    responses: {
      /** @description The archived resource. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.notifyAffiliates": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description The program that the resource belongs to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramReference"];
      };
    };
    responses: {
      /** @description What became of the request. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ResourceNotification"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.createDownloadUrl": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A key of your choice, so that a repetition of the request does no harm. The same key with other input fails with 409 and `IDEMPOTENCY_KEY_REUSED`, so use a new key for each new thing that you create.
         * @example payout-2026-04-datadaily
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What to download. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["DownloadTarget"];
      };
    };
    responses: {
      /** @description The URL. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["DownloadUrl"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.listForAffiliate": {
    parameters: {
      query?: {
        /**
         * @description Only this part of the library.
         * @example files
         */
        kind?: components["schemas"]["MarketingResourceKind"];
        /**
         * @description Text to look for.
         * @example logo
         */
        search?: string;
        /**
         * @description How many resources to return at most.
         * @example 50
         */
        limit?: number;
        /**
         * @description How many resources to skip. The answer does not say how many there are.
         * @example 0
         */
        offset?: number;
      };
      header?: never;
      path: {
        /**
         * @description Id of the program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId: components["parameters"]["ProgramIdInPath"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resources. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The resources. */
            data: components["schemas"]["MarketingResource"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.getForAffiliate": {
    parameters: {
      query: {
        /**
         * @description The program that the resource belongs to.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        program_id: string;
      };
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resource. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["MarketingResource"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.createAffiliateDownloadUrl": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What to download. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["DownloadTarget"];
      };
    };
    responses: {
      /** @description The URL. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["DownloadUrl"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "marketingResources.renderSocialPost": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the marketing resource.
         * @example a0ed2a83-c9de-4e6a-913d-69b18f23dba0
         */
        resourceId: components["parameters"]["ResourceId"];
      };
      cookie?: never;
    };
    /** @description For which program and link. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["RenderSocialPost"];
      };
    };
    responses: {
      /** @description The filled-in post. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["RenderedSocialPost"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.list": {
    parameters: {
      query?: {
        /**
         * @description Only endpoints of this program.
         * @example bcf9d535-9520-439f-bb68-e7a02a8f5cea
         */
        programId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoints. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The endpoints. */
            data: components["schemas"]["WebhookEndpoint"][];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The endpoint to be created. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateWebhook"];
      };
    };
    responses: {
      /** @description The new endpoint and its secret. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["WebhookSecret"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoint. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["WebhookEndpoint"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Confirmation. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["DeletedWebhook"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateWebhook"];
      };
    };
    responses: {
      /** @description The changed endpoint. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["WebhookEndpoint"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "webhooks.rotateSecret": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the endpoint.
         * @example 330e0407-b0c5-4015-b466-16f1d6bec5d9
         */
        id: components["parameters"]["WebhookId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoint and its new secret. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["WebhookSecret"];
            meta: components["schemas"]["RequestMeta"];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
    };
  };
  "events.programCreated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramCreatedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.programUpdated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProgramUpdatedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.affiliateJoined": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["AffiliateJoinedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.affiliateApproved": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["AffiliateApprovedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.affiliateBlocked": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["AffiliateBlockedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.affiliateUnblocked": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["AffiliateUnblockedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.conversionCreated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConversionCreatedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.conversionRefunded": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConversionRefundedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.payoutCreated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PayoutCreatedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.payoutProcessing": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PayoutProcessingEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.payoutCompleted": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PayoutCompletedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.payoutFailed": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PayoutFailedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  "events.flagResolved": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Id of the message.
         * @example msg_2vN8c1b0f4e
         */
        "svix-id": components["parameters"]["SvixId"];
        /**
         * @description When the delivery was made, in Unix seconds.
         * @example 1777284931
         */
        "svix-timestamp": components["parameters"]["SvixTimestamp"];
        /**
         * @description Signature of the delivery: `v1,` and a base64 text.
         * @example v1,Jc9Yk2mT0o0Xr1m4u8eQp3sZ5vL7wN6bHd+fGgAiRk4=
         */
        "svix-signature": components["parameters"]["SvixSignature"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["FlagResolvedEvent"];
      };
    };
    responses: {
      /** @description You accepted the event. Answer with any 2xx within 30 seconds. */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
