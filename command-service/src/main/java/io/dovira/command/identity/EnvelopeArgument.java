package io.dovira.command.identity;

import io.dovira.access.Caller;
import io.dovira.command.platform.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the {@link Envelope} of a request, with its {@link Caller}, to controllers of commands. */
final class EnvelopeArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Envelope.class;
    }

    @Override
    public Envelope resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = Caller.signedIn();
        return Envelope.of(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                caller.actor(),
                caller.role(),
                caller.offices()::allows);
    }
}
