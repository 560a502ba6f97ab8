package io.watchfloor.queue.reading;

/**
 * The number of incidents to ask for with the next page: half as many after a page that
 * the API cannot send, down to one. When as many were read as that page had, each full
 * page doubles it again; after one that was skipped, pages begin small, since others that
 * cannot be sent may follow.
 */
final class PageSize {

	private static final int AFTER_SKIPPED = 8;

	private final int largest;

	private int next;

	/**
	 * The number of incidents left of the page that failed last.
	 */
	private int left;

	/**
	 * Create a size, the largest at first.
	 * @param largest the most incidents in a page of the API
	 */
	PageSize(int largest) {
		this.largest = largest;
		this.next = largest;
	}

	/**
	 * Return the number of incidents to ask for.
	 * @return the number, from 1
	 */
	int next() {
		return this.next;
	}

	/**
	 * Record that a page of this size was read.
	 * @param count the number of incidents on it
	 */
	void read(int count) {
		this.left -= count;
		if (this.left <= 0 && count >= this.next) {
			this.next = Math.min(2 * this.next, this.largest);
		}
	}

	/**
	 * Record that a page of this size cannot be sent.
	 */
	void halve() {
		this.left = this.next;
		this.next = Math.max(this.next / 2, 1);
	}

	/**
	 * Record that the incident was skipped which the API cannot send.
	 */
	void skipped() {
		this.left = 0;
		this.next = AFTER_SKIPPED;
	}

}
