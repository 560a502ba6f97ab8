package io.watchfloor.web.parts;

import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.web.address.Link;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartPagerTests {

	@Test
	void thePagesAroundThisOneTheFirstAndTheLastAreLinked() {
		PartPager pager = pager(30, 2385);
		assertThat(pager.text()).isEqualTo("1,161 to 1,200 of 2,385");
		assertThat(pager.pages()).extracting(Link::label).containsExactly("1", "28", "29", "30", "31", "32", "60");
		assertThat(pager.pages()).filteredOn(Link::current).extracting(Link::address).containsExactly("p30");
		assertThat(pager.previous()).isEqualTo("p29");
		assertThat(pager.next()).isEqualTo("p31");
		assertThat(pager.behind()).isFalse();
	}

	@Test
	void theLastPageHasNoNext() {
		PartPager pager = pager(60, 2385);
		assertThat(pager.text()).isEqualTo("2,361 to 2,385 of 2,385");
		assertThat(pager.next()).isEmpty();
	}

	@Test
	void aPageAfterTheLastLeadsBackToTheLast() {
		PartPager pager = pager(1_000_000, 2385);
		assertThat(pager.behind()).isTrue();
		assertThat(pager.text()).isEqualTo("This page is after the last");
		assertThat(pager.previous()).isEqualTo("p60");
		assertThat(pager.next()).isEmpty();
	}

	@Test
	void whatFitsOnOnePageHasNoPages() {
		assertThat(pager(1, 40).pages()).isEmpty();
		assertThat(pager(1, 0).text()).isEqualTo("Nothing to show");
		assertThat(PartPager.of(1, Integer.MAX_VALUE, 12, (page) -> "p" + page).behind()).isFalse();
		assertThat(PartPager.of(2, Integer.MAX_VALUE, 12, (page) -> "p" + page).behind()).isTrue();
	}

	@Test
	void eachPageHasItsSlice() {
		List<Integer> all = IntStream.range(0, 95).boxed().toList();
		assertThat(PartPager.slice(all, 3, 40)).first().isEqualTo(80);
		assertThat(PartPager.slice(all, 3, 40)).hasSize(15);
		assertThat(PartPager.slice(all, 1_000_000, 40)).isEmpty();
	}

	private static PartPager pager(int page, int total) {
		return PartPager.of(page, 40, total, (number) -> "p" + number);
	}

}
