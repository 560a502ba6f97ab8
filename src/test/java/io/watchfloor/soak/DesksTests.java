package io.watchfloor.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DesksTests {

	@Test
	void findsEveryMarkOfADesk() {
		assertThat(Desks.marks("<td>Malware ONLY-DESK-7</td><td>only-desk-12.corp.contoso.com</td>")).containsExactly(7,
				12);
		assertThat(Desks.marks("Analyst of desk 70, desk.3@contoso.com")).containsExactly(70, 3);
		assertThat(Desks.marks("Seen from two desks")).isEmpty();
	}

}
