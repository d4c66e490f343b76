*** Settings ***
Documentation       Functions on Demand, sold for the Taycan of 2020 to 2024, from the purchase to the removal.
Resource            steps.resource
Test Setup          A Linked Taycan
Test Tags           car-taycan-j1

*** Test Cases ***
A Function Is Billed Once It Is Enabled In The Car
    [Documentation]    faq:227
    [Tags]    R-FOD-1
    Buy And Download
    Pass Time    2 days
    Install
    ${told}=    Portal Functions
    Should Contain    ${told}    not billed before
    Come Back
    ${told}=    Portal Functions
    Should Contain    ${told}    billed since 2026-03-18

Every Start Offers To Activate What Is Downloaded
    [Tags]    R-FOD-2
    Buy And Download
    Car Restart
    Expect Overlay    function_ready
    Cancel
    Car Restart
    Expect Overlay    function_ready
    Ok
    Screen Should Be    updates
    Expect Row    functions_1

The Download Pauses Without A Network
    [Tags]    R-FOD-2
    The Download Pauses
    Network Is    none
    The Download Is Paused By    no_network
    Network Is    home    LTE    bars=4
    Pass Time    10 min
    Expect State    function_range_manager    ready

The Download Pauses In Private Mode
    [Tags]    R-FOD-2    R-PRIV-1
    The Download Pauses
    Do    private-mode
    The Download Is Paused By    private_mode

The Download Pauses While The Car Is Off
    [Tags]    R-FOD-2
    The Download Pauses
    Car Ignition    off
    Pass Time    2 h
    Expect State    function_range_manager    downloading
    Car Ignition    on
    Pass Time    10 min
    Expect State    function_range_manager    ready

The Installation Waits Until The Car Is Left
    [Documentation]    faq:233, faq:261
    [Tags]    R-FOD-3
    Buy And Download
    Car Plug    in
    Start The Installation
    It Waits For    unplug
    Car Plug    out
    It Waits For    switch_off
    Car Ignition    off
    It Waits For    get_out
    Car Doors    open
    Car Doors    closed
    It Waits For    lock
    Car Lock
    Expect State    function_range_manager    working

The Installation Takes About Ten Minutes
    [Tags]    R-FOD-3
    Buy And Download
    Start The Installation
    Leave The Car
    Pass Time    9 min
    Expect State    function_range_manager    working
    Pass Time    2 min
    Expect State    function_range_manager    done

A Disturbed Installation Says So And Is Offered Again
    [Documentation]    faq:261-263
    [Tags]    R-FOD-4
    Buy And Download
    Start The Installation
    Leave The Car
    Pass Time    5 min
    Car Unlock
    Expect State    function_range_manager    failed
    Car Ignition    on
    Expect Overlay    function_failed_unchanged
    Ok
    Expect Overlay    function_ready
    Ok
    Install
    Expect State    function_range_manager    done

Each Failure Has Its Own Message
    [Tags]    R-FOD-4
    [Template]    The Installation Fails
    unchanged
    restricted
    retry

A Cancelled Monthly Function Is Removed
    [Documentation]    faq:231-233
    [Tags]    R-FOD-5
    Portal Buy    range_manager    monthly
    Download
    Install
    Come Back
    Ok
    Portal Cancel    range_manager
    Pass Time    31 days
    Expect Overlay    function_ready
    Ok
    Install
    Come Back
    Expect Overlay    function_removed
    Expect State    function_range_manager    none

An Unlimited Function Stays With A Sold Car
    [Documentation]    faq:235-237
    [Tags]    R-FOD-5
    Buy And Download
    Install
    Come Back
    Ok
    Run Keyword And Expect Error    *unlimited*    Portal Cancel    range_manager
    Portal Unlink
    Ok
    Expect State    function_range_manager    done

A Purchase Is Taken Back Within Fourteen Days
    [Tags]    R-FOD-5
    Buy And Download
    Install
    Come Back
    Ok
    Save    installed
    Pass Time    15 days
    Run Keyword And Expect Error    *14 days*    Portal Withdraw    range_manager
    Restore    installed
    Pass Time    13 days
    Portal Withdraw    range_manager
    Pass Time    5 min
    Expect Overlay    function_ready

*** Keywords ***
A Linked Taycan
    Year    2022
    Link The Car

Buy And Download
    Portal Buy    range_manager
    Download

Download
    Pass Time    5 min
    Expect Overlay    function_ready
    Ok

The Download Pauses
    [Documentation]    Slow enough for what disturbs it.
    Network Is    home    3G    bars=2
    Portal Buy    range_manager
    Pass Time    10 s
    Expect State    function_range_manager    downloading

The Download Is Paused By
    [Arguments]    ${reason}
    Pass Time    1 h
    Expect State    function_range_manager    downloading
    ${told}=    Why    function range_manager
    Should Contain    ${told}    [function_paused]
    Should Contain    ${told}    [${reason}]

Start The Installation
    [Documentation]    Or the removal; there is a question and a hint before it.
    Go    updates
    Tap    updates
    Tap    functions_1
    Ok
    Ok
    Ok

Install
    Start The Installation
    Leave The Car
    Pass Time    11 min

It Waits For
    [Arguments]    ${what}
    Expect State    function_range_manager    waiting
    ${told}=    Why    function range_manager
    Should Contain    ${told}    [function_wait_${what}]

The Installation Fails
    [Arguments]    ${how}
    Reset
    Link The Car
    Buy And Download
    Portal Fail    range_manager    ${how}
    Install
    Expect State    function_range_manager    failed
    Come Back
    Expect Overlay    function_failed_${how}
