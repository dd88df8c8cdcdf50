package dev.gatescope.gateway.server;

import dev.gatescope.gateway.admin.AdminApi;
import dev.gatescope.gateway.admin.AdminProblem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.function.IntFunction;

/** Jetty's own errors, with no class names and no stack traces. */
final class PlainErrors implements Request.Handler {
    private record Words(String contentType, String content) {}

    private final IntFunction<Words> words;

    private PlainErrors(IntFunction<Words> words) {
        this.words = words;
    }

    /** Each in one plain line. */
    static Request.Handler inText() {
        return new PlainErrors(
                status -> new Words("text/plain;charset=utf-8", sentence(status) + "\n"));
    }

    /** Each in the form that the admin API's errors have. */
    static Request.Handler asProblems(AdminApi api) {
        return new PlainErrors(status -> {
            var answer = api.answer(AdminProblem.of(status, sentence(status)));
            return new Words(answer.contentType(), answer.content());
        });
    }

    private static String sentence(int status) {
        return HttpStatus.getMessage(status) + ".";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var said = words.apply(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, said.contentType());
        Content.Sink.write(response, true, said.content(), callback);
        return true;
    }
}
