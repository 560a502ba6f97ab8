package io.watchfloor.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedInputStreamTests {

	@Test
	void readsABodyThatIsAsLargeAsTheLimit() throws IOException {
		assertThat(body(100, 100).readAllBytes()).hasSize(100);
		InputStream body = body(3, 3);
		assertThat(body.read() + body.read() + body.read()).isZero();
		assertThat(body.read()).isEqualTo(-1);
	}

	@Test
	void refusesTheByteAfterTheLimit() throws IOException {
		assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> body(101, 100).readAllBytes())
			.withMessageContaining("larger than 100 bytes");
		InputStream body = body(2, 1);
		assertThat(body.read()).isZero();
		assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(body::read);
	}

	@Test
	void aBodyThatATimeoutClosesMeanwhileIsAnIoFailure() {
		InputStream closed = new InputStream() {

			@Override
			public int read() {
				throw new NullPointerException("Inflater has been closed");
			}

		};
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> new BoundedInputStream(closed, 10).read(new byte[1], 0, 1))
			.withMessageContaining("too long");
	}

	private static InputStream body(int size, long maxBytes) {
		return new BoundedInputStream(new ByteArrayInputStream(new byte[size]), maxBytes);
	}

}
