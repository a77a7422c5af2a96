/** The drawing of each category inside its frame, on a 32 by 32 grid. */
export const glyphs = {
  district_hospital: '<path d="M11 9.5v13M21 9.5v13M11 16h10" stroke-width="3.6"/>',
  health_centre: '<path d="M16 8.5v15M8.5 16h15" stroke-width="5" stroke-linecap="butt"/>',
  village_health_post: '<path d="M7.5 15.5 16 8l8.5 7.5M10 14.5V24h12v-9.5M16 15.5v6M13 18.5h6"/>',
  drug_shop:
    '<g transform="rotate(-42 16 16)"><rect x="7.5" y="12" width="17" height="8" rx="4"/><path d="M16 12v8"/><rect x="16" y="12" width="8.5" height="8" rx="4" fill="currentColor"/></g>',
  outreach_point:
    '<rect x="7.5" y="13" width="17" height="10.5" rx="1.5"/><path d="M12 13V9h8v4M16 15.5v5.5M13.2 18.2h5.6"/>',
  vhv_home:
    '<circle cx="13.5" cy="11.5" r="3.3" fill="currentColor"/><path d="M7 23.5c0-4.5 3-6.5 6.5-6.5s6.5 2 6.5 6.5M22.5 10v6M19.5 13h6"/>',
  midwife_tba:
    '<circle cx="12.5" cy="10.5" r="3.2" fill="currentColor"/><path d="M7 23.5v-3c0-3.2 2.3-5 5.5-5 2 0 3.4.7 4.4 2"/><circle cx="20.5" cy="17" r="2.2" fill="currentColor"/><path d="M16.5 23.8c0-2.6 1.6-3.8 4-3.8s4 1.2 4 3.8"/>',
  water_source:
    '<path d="M16 8c3.2 4 5.2 6.6 5.2 9.8a5.2 5.2 0 0 1-10.4 0C10.8 14.6 12.8 12 16 8z" fill="currentColor"/>',
  school:
    '<path d="M16 15.5c-2-1.5-4.5-2-7-2v9.5c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2v-9.5c-2.5 0-5 .5-7 2zM16 15.5V25"/>',
  sacred: '<path d="M16 8.5v3.5M10.5 16.5 16 12l5.5 4.5M8.5 21l7.5-5 7.5 5M11.5 21.5V26h9v-4.5"/>',
  meeting_place:
    '<circle cx="16" cy="14.5" r="2.4" fill="currentColor"/><circle cx="10.5" cy="20" r="2.4" fill="currentColor"/><circle cx="21.5" cy="20" r="2.4" fill="currentColor"/><path d="M12.5 25.5c1-1.2 2.2-1.7 3.5-1.7s2.5.5 3.5 1.7"/>',
  village_office: '<path d="M11.5 26V12h10.5l-2.6 3.5L22 19H11.5"/>',
  notice_board: '<path d="M9 12.5h14v9.5H9zM12 22v4M20 22v4M12 15.7h8M12 18.8h5"/>',
  market: '<path d="M9 17h14l-2.2 8.5h-9.6zM12 17l3.5-5.5M20 17l-3.5-5.5M14.5 20v3M17.5 20v3"/>',
  bridge_ford:
    '<path d="M8 19.5h16M8.5 19.5C10 15.5 13 13.5 16 13.5s6 2 7.5 6M12.5 15v4.5M16 13.5v6M19.5 15v4.5M10 23c1.5-1.2 2.5-1.2 4 0s2.5 1.2 4 0 2.5-1.2 4 0"/>',
  transport:
    '<path d="M8 12.5h9.5v7.5H8zM17.5 15h3.3l3.2 2.8V20h-6.5"/><circle cx="12" cy="21" r="2" fill="currentColor"/><circle cx="20.7" cy="21" r="2" fill="currentColor"/>',
  boat_landing: '<path d="M8 19h16l-3 4.5H11zM16 19V9l5.5 7H16"/>',
  phone_signal:
    '<path d="M16 24v-7.5M12.2 14.8a5 5 0 0 1 7.6 0M9.5 11.8a9 9 0 0 1 13 0"/><circle cx="16" cy="17" r="1.7" fill="currentColor"/>',
  loudspeaker: '<path d="M9.5 14h3.5l6-4.5v13L13 18H9.5zM22 13.5c1 1.5 1 3.5 0 5"/>',
  electricity: '<path d="M17.5 7.5 10.5 17.5h4.7l-1.2 7 7-10h-4.7z" fill="currentColor" stroke-width="1"/>',
  high_risk:
    '<path d="M16 12.5v7.5" stroke-width="3.4"/><circle cx="16" cy="24.3" r="1.9" fill="currentColor" stroke="none"/>',
  seasonal_cutoff:
    '<path d="M16 11v3.5M12.5 15.5V18M19.5 15.5V18M9.5 22.5c2-2 4.2-2 6.5 0s4.5 2 6.5 0M9.5 26.5c2-2 4.2-2 6.5 0s4.5 2 6.5 0"/>',
  breeding_site:
    '<path d="M16 14.5v9.5" stroke-width="3"/><path d="M16 17.5 9.5 15M16 17.5l6.5-2.5M16 20.5l-6 1.5M16 20.5l6 1.5M16 23l-4.5 3.5M16 23l4.5 3.5"/>',
  latrine_gap:
    '<path d="M11.8 26.5V17.5L16 14l4.2 3.5v9M16 26.5v-5.5"/><path d="M9.5 14.5 23 27.5" stroke-width="2.4"/>',
  care_pregnant:
    '<circle cx="14.5" cy="9.7" r="2.9" fill="currentColor"/><path d="M13 24.5V14.5c3.8-.6 6.6 1.7 6.6 4.7 0 1.8-1.2 3-3 3.2v2.1"/>',
  care_unvaccinated:
    '<path d="M8.5 23.5l4-4M11.5 16.5l4 4 7-7-4-4zM19.5 8.5l4 4M21.5 10.5l2-2M14.5 15l1.8 1.8"/>',
  care_elder_disabled:
    '<circle cx="13.5" cy="9.3" r="2.7" fill="currentColor"/><path d="M13.5 13v5.5l-2.5 6M13.5 18.5l3 6M13.5 14.5l5.5 2.5M21 15.5v9"/>',
  other:
    '<circle cx="10.5" cy="16" r="1.9" fill="currentColor"/><circle cx="16" cy="16" r="1.9" fill="currentColor"/><circle cx="21.5" cy="16" r="1.9" fill="currentColor"/>',
} as const;
