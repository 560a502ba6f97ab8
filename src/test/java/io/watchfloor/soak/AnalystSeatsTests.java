package io.watchfloor.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnalystSeatsTests {

	@Test
	void findsEveryMarkOfADesk() {
		assertThat(AnalystSeats.marks("<td>Malware ONLY-DESK-7</td><td>only-desk-12.corp.contoso.com</td>"))
			.containsExactly(7, 12);
		assertThat(AnalystSeats.marks("Analyst of desk 70, desk.3@contoso.com")).containsExactly(70, 3);
		assertThat(AnalystSeats.marks("Seen from two desks")).isEmpty();
	}

}
