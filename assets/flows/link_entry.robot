*** Settings ***
Documentation       Where and how a car is linked to the Porsche ID, and where its pairing code comes from.
Resource            steps.resource

*** Test Cases ***
OK Wakes At The Eighth Digit Of The Pairing Code
    [Documentation]    faq:115
    [Tags]    R-LINK-1    pcm-4.0    pcm-4.1    pcm-5.0
    Fill In The Pairing Code    @code[:7]
    Expect Refused    ok    incomplete
    Type    @code[7:]
    Ok
    Expect State    account    logged_in

The Pairing Code Takes Eight Digits And Nothing Else
    [Tags]    R-LINK-1    pcm-4.0    pcm-4.1    pcm-5.0
    Fill In The Pairing Code    @wrong 7
    Expect Refused    type A    digits_only
    Expect Refused    type -    digits_only
    Type    @wrong 1
    Expect Refused    type 9    too_long

PCM 4.0 Takes The Code At Login Porsche Connect
    [Documentation]    faq:121-123
    [Tags]    R-LINK-2    pcm-4.0
    Tap    APPS > OPT > Login Porsche Connect
    Tap    enter_pairing_code
    Type    @code
    Ok
    Expect State    account    logged_in

PCM 4.0 Leads To The Code By Its Keys
    [Tags]    R-LINK-2    pcm-4.0
    Key    APPS
    Key    OPT
    Tap    Login Porsche Connect
    Tap    enter_pairing_code
    Expect Overlay    pairing_code

PCM 4.1 And 5.0 Take The Code In The Porsche Connect Settings
    [Documentation]    faq:125-127
    [Tags]    R-LINK-3    pcm-4.1    pcm-5.0
    Tap    SET > Impostazioni Porsche Connect
    Tap    enter_pairing_code
    Type    @code
    Ok
    Expect State    account    logged_in

PCM 4.1 And 5.0 Lead From Their Apps To The Same Page
    [Documentation]    faq:216-218
    [Tags]    R-LINK-3    pcm-4.1    pcm-5.0
    Tap    APPS > Opzioni > Impostazioni Porsche ID > Collega nuovo Porsche ID
    Screen Should Be    porsche_connect_settings
    Tap    enter_pairing_code
    Expect Overlay    pairing_code

PCM 6.0 Takes The Porsche ID
    [Documentation]    faq:117-119
    [Tags]    R-LINK-4    pcm-6.0
    Country    IT
    Tap    Impostazioni > Account > Configura account
    Type    @email
    Ok
    Type    @password
    Ok
    Type    @security-code
    Ok
    Expect State    account    logged_in

PCM 6.0 Has No Pairing Code
    [Tags]    R-LINK-4    pcm-6.0
    Run Keyword And Expect Error    *not by a pairing code*    Portal Code
    Run Keyword And Expect Error    unknown menu entry*    Go    enter_pairing_code

The Security Code Is Asked Where The Country Demands It
    [Documentation]    faq:163-167
    [Tags]    R-LINK-5    pcm-6.0
    Country    IT
    Fill In The Porsche ID    security_code=@wrong 4
    Expect Overlay    security_code
    Expect Refused    ok    link_wrong_security_code
    Type    @security-code
    Ok
    Expect State    account    logged_in

Other Countries Ask No Security Code
    [Tags]    R-LINK-5    pcm-6.0
    Country    HK
    Tap    Impostazioni > Account > Configura account
    Type    @email
    Ok
    Type    @password
    Ok
    Expect Overlay    none
    Expect State    account    logged_in

The Security Code Is Changed And Reset In My Porsche
    [Tags]    R-LINK-5    pcm-6.0
    Country    IT
    Portal Security Code    reset
    Fill In The Porsche ID    security_code=@wrong 4
    Expect Refused    ok    link_security_code_unset
    Portal Security Code    @new
    Type    @security-code
    Ok
    Expect State    account    logged_in

A New Code Makes The Old One Void
    [Documentation]    faq:155-157
    [Tags]    R-LINK-6    pcm-4.0    pcm-4.1    pcm-5.0
    Portal Code    new
    Fill In The Pairing Code    @old-code
    Expect Refused    ok    link_code_replaced
    Type    @code
    Ok
    Expect State    account    logged_in

The Screen Says Where The Code Is Found
    [Tags]    R-LINK-6    pcm-4.0    pcm-4.1    pcm-5.0
    Language    it
    Go    enter_pairing_code
    Tap    enter_pairing_code
    Expect Text    My Porsche > Le mie vetture

My Porsche Shows The Code Of A Linked Car Too
    [Tags]    R-LINK-6    pcm-4.0    pcm-4.1    pcm-5.0
    ${before}=    Portal Code
    Link The Car
    ${after}=    Portal Code
    Should Be True    $before.value == $after.value    The code is another one after linking.
